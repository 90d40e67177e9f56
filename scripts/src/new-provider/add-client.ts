import { readClient } from "../generate/client.ts";
import { isSuccess } from "../generate/lift-errors.ts";
import { propertiesOf } from "../generate/schema-facts.ts";
import { SpecNode } from "../generate/spec-node.ts";
import type { UnusableSpecError } from "../spec/problem.ts";
import { nameEnvironments } from "./environments.ts";
import { freeName } from "./hoist.ts";
import { type FoundOperation, methodPlaces } from "./method-places.ts";
import type { Document } from "./read-source.ts";
import { chooseSecurity, type Security } from "./security.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** An operation without a method, and why. */
export interface LeftOut {
  readonly operation: string;
  readonly reason: string;
}

/** What was added to a document. */
export interface Added {
  readonly document: Document;
  readonly security: Security;
  readonly environments: readonly string[];
  readonly methods: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Says what OpenAPI has no word for, where the document doesn't say it yet: the client's name, its envelope, and each
 * operation's method. An operation that can't be a method gets none.
 *
 * @param document Its parts have names that code can have. Changed in place.
 * @param name The client's name, in Pascal case.
 */
export function addClient(document: Document, name: string): Added {
  // Nobody is told a line of a document that isn't written yet.
  const root = new SpecNode({ file: name, document, lineOf: () => ({ line: 1, column: 1 }) }, "", document);
  const environments = nameEnvironments(root);
  const security = chooseSecurity(root);
  document["x-client"] ??= { name, envelope: envelopeOf(root, document) };
  const operations = operationsOf(root);
  const open = operations.filter(({ node }) => node.get("x-client") === undefined);
  const places = methodPlaces(open);
  open.forEach(({ node }, index) => {
    (node.value as Document)["x-client"] = { method: places[index] };
  });

  const leftOut: LeftOut[] = [];
  const refuse = ({ pointer }: SpecNode, error: UnusableSpecError) => {
    const operation = operations.find(({ node }) => node.pointer === pointer) as FoundOperation;
    delete (operation.node.value as Document)["x-client"];
    leftOut.push({
      operation: `${operation.method.toUpperCase()} ${operation.path}`,
      reason: error.problems.map(({ message }) => message).join("; "),
    });
  };
  // A copy of the root: the document has changed since its outline was made.
  const copy = { ...document };
  const client = readClient(new SpecNode({ ...root.source, document: copy }, "", copy), refuse);
  const { openapi, info, "x-client": xClient, servers, ...rest } = document;
  return {
    document: { openapi, info, "x-client": xClient, ...(servers !== undefined && { servers }), ...rest },
    security,
    environments,
    methods: client.operations.length,
    leftOut,
  };
}

function operationsOf(root: SpecNode): FoundOperation[] {
  return (root.get("paths")?.entries() ?? []).flatMap(([path, pathItem]) =>
    METHODS.flatMap((method) => {
      const node = pathItem.get(method);
      return node ? [{ node, path, method }] : [];
    }),
  );
}

/** Success by status: nothing but that is known. */
function envelopeOf(root: SpecNode, document: Document): Document {
  const responses = operationsOf(root).flatMap(({ node }) => node.get("responses")?.entries() ?? []);
  const schemasOf = (wanted: (status: string) => boolean) =>
    responses
      .filter(([status]) => wanted(status))
      .flatMap(([, response]) => response.target().get("content")?.entries() ?? [])
      .flatMap(([, body]) => body.get("schema") ?? []);
  const error = mostReferredTo(schemasOf((status) => /^(?:[45]|default)/.test(status)));
  const known = new Set(schemasOf(isSuccess).flatMap((schema) => propertiesOf(schema).map(([name]) => name)));
  const errorMember = ["error", "errors", "fault", "problem"].find((name) => !known.has(name));
  const find = (pointers: readonly string[]) =>
    pointers.find((pointer) => error && hasText(error, pointer.split("/").slice(1)));
  const code = find(["/error/code", "/code", "/error_code", "/error/type", "/type"]);
  const message = find(["/error/message", "/message", "/error_description", "/detail", "/title"]);
  return {
    value: "",
    ...(code && { code }),
    ...(message && { message }),
    success: { absent: `/${errorMember ?? freeName("error", (name) => known.has(name))}` },
    error: error ? decodeURIComponent(error.pointer.split("/").at(-1) ?? "") : addErrorSchema(document),
  };
}

/** The component schema that most of some references lead to. */
function mostReferredTo(schemas: readonly SpecNode[]): SpecNode | undefined {
  const counts = Map.groupBy(
    schemas.filter(({ reference }) => reference?.startsWith("#/components/schemas/")),
    ({ reference }) => reference,
  );
  return [...counts.values()].sort((one, other) => other.length - one.length)[0]?.[0]?.target();
}

function hasText(schema: SpecNode, segments: readonly string[]): boolean {
  const [first, ...rest] = segments;
  const found = propertiesOf(schema).find(([name]) => name === first)?.[1];
  if (found === undefined || rest.length > 0) return found !== undefined && hasText(found, rest);
  return !["object", "array"].includes(String(found.target().get("type")?.value));
}

function addErrorSchema(document: Document): string {
  const components = (document.components ?? {}) as Document;
  const schemas = (components.schemas ?? {}) as Document;
  const name = freeName("ErrorAnswer", (candidate) => Object.hasOwn(schemas, candidate));
  schemas[name] = { description: "An error. Nothing is known of its form." };
  components.schemas = schemas;
  document.components = components;
  return name;
}
