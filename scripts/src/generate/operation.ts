import { outlineOf } from "../spec/outline.ts";
import { onlyAnswer, readAnswers } from "./answers.ts";
import { type Body, readBody } from "./body.ts";
import { readPointer } from "./client-pointer.ts";
import { checkConstantName, checkMemberName, type Names, pascalCase } from "./identifiers.ts";
import { stringLiteral } from "./literal.ts";
import { type PageRule, readPage } from "./page.ts";
import { type Parameters, readParameters } from "./parameters.ts";
import { allowsNull } from "./schema-facts.ts";
import { SpecNode } from "./spec-node.ts";
import { type AliasOf, printType, typeAt } from "./value-type.ts";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** A type that the module declares for an operation. */
export interface TypeAlias {
  readonly name: string;
  readonly expression: string;
  readonly description: string;
}

/** An operation that becomes a method of the client. */
export interface Operation {
  readonly node: SpecNode;
  /** The name of its constant. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Where the method sits: `["customers", "create"]`. */
  readonly place: readonly string[];
  readonly parameters: Parameters;
  readonly query: { readonly type: string; readonly required: boolean } | undefined;
  readonly body: (Body & { readonly type: string }) | undefined;
  /** The type that the method gives; for a list, an item's. */
  readonly result: string;
  readonly value: readonly string[] | undefined;
  readonly page: PageRule | undefined;
  /** The signing headers that it takes, lower case. */
  readonly headers: readonly string[];
  /** The header parameters that are left to the caller. */
  readonly callerHeaders: readonly SpecNode[];
  readonly empty: boolean;
  readonly nullable: boolean;
  readonly aliases: readonly TypeAlias[];
}

/** What reading an operation needs to know of the rest of the document. */
export interface Context {
  readonly names: Names;
  /** The envelope's pointer to the value. */
  readonly value: readonly string[];
  readonly aliasOf: AliasOf;
  /** The headers that the client sets itself, lower case. */
  readonly signingHeaders: readonly string[];
  /** Names that no argument can have. */
  readonly takenNames: ReadonlySet<string>;
}

/** @returns The operations with an `x-client`, in the document's order, each with its path. */
export function clientOperations(root: SpecNode): { node: SpecNode; path: string; method: string }[] {
  return outlineOf(root.source.document).parts.flatMap(({ kind, key, pointer, value, parent }) => {
    if (kind !== "operation" || !/^\/paths\/[^/]+$/.test(parent?.pointer ?? "")) return [];
    const node = new SpecNode(root.source, pointer, value);
    return node.get("x-client") ? [{ node, method: key, path: parent?.key as string }] : [];
  });
}

/**
 * @param found One of {@link clientOperations}, of a document whose errors are lifted.
 * @throws {UnusableSpecError} For what a client can't have, send or name.
 */
export function readOperation(
  { node, path, method }: ReturnType<typeof clientOperations>[number],
  context: Context,
): Operation {
  if (!METHODS.includes(method)) {
    node.fail(`expected one of ${METHODS.join(", ")} for an operation with x-client, found ${method}`);
  }
  const id = node.text("operationId") as string;
  const place = readPlace(node.get("x-client") as SpecNode);
  const aliases: TypeAlias[] = [];
  const declare: Declare = (suffix, expression, what) => {
    const name = context.names.claim(pascalCase(id) + suffix, node, `the ${what} of ${id}`);
    aliases.push({ name, expression, description: `The ${what} of \`${place.join(".")}\`.` });
    return name;
  };
  const pathItem = node.root().at(node.pointer.slice(0, node.pointer.lastIndexOf("/"))) as SpecNode;
  const parameters = readParameters(node, pathItem, path, context.takenNames);
  const body = readBody(node, method);
  return {
    node,
    id,
    method: method.toUpperCase(),
    path,
    place,
    parameters,
    query:
      parameters.query.length === 0
        ? undefined
        : {
            type: declare("Query", `NonNullable<operations["${id}"]["parameters"]["query"]>`, "query"),
            required: parameters.query.some((parameter) => parameter.get("required")?.value === true),
          },
    body: body && {
      ...body,
      type: context.aliasOf(body.schema.reference ?? "") ?? declare("Body", bodyType(id, body), "body"),
    },
    ...readHeaders(parameters.header, context.signingHeaders),
    ...readResult(node, parameters.query, context, declare),
    aliases,
  };
}

/** Declares a type by the ending of its name, and gives the name. */
type Declare = (suffix: string, expression: string, what: string) => string;

function readResult(
  operation: SpecNode,
  query: readonly SpecNode[],
  { aliasOf, value: envelopeValue }: Context,
  declare: Declare,
): Pick<Operation, "result" | "value" | "page" | "empty" | "nullable"> {
  const override = operation.at("/x-client/value");
  const value = override && readPointer(override);
  const answers = readAnswers(operation, (suffix, expression) => declare(suffix, expression, "answer"));
  const empty = answers.includes(undefined);
  const bodies = answers.filter((answer) => answer !== undefined);
  const page = operation.at("/x-client/page");
  if (page) {
    const { rule, item } = readPage(page, onlyAnswer(bodies, page), namesOf(query), aliasOf);
    return { result: printType(item, aliasOf), value, page: rule, empty, nullable: false };
  }
  const values = bodies.map((answer) => typeAt(answer, value ?? envelopeValue, aliasOf, override ?? answer.schema));
  const types = [...values.map((type) => printType(type, aliasOf)), ...(empty ? ["undefined"] : [])];
  return {
    result: values.length === 0 ? "void" : [...new Set(types)].join(" | "),
    value,
    page: undefined,
    empty,
    nullable: values.some(({ schema }) => allowsNull(schema)),
  };
}

/** @returns The operation's constant name. */
export function operationId(node: SpecNode): string {
  const id = node.need("operationId", "a name for the operation, such as createCustomer");
  return checkConstantName(node.text("operationId") ?? "", id);
}

function readPlace(client: SpecNode): string[] {
  const method = client.need("method", "where the method sits on the client, such as customers.create");
  const place = (client.text("method") ?? "").split(".");
  if (place.length < 2) method.fail("expected a group and a method, such as customers.create");
  for (const segment of place) checkMemberName(segment, method);
  return place;
}

function readHeaders(
  parameters: readonly SpecNode[],
  signingHeaders: readonly string[],
): Pick<Operation, "headers" | "callerHeaders"> {
  const isSigning = (parameter: SpecNode) => signingHeaders.includes(lowerName(parameter));
  // OpenAPI says to ignore these: they are told by the security scheme and the media types.
  const callerHeaders = parameters.filter(
    (parameter) => !isSigning(parameter) && !["accept", "authorization", "content-type"].includes(lowerName(parameter)),
  );
  for (const header of callerHeaders) {
    if (header.get("required")?.value !== true) continue;
    header.fail(
      `expected the header ${header.text("name")} to be optional, or in x-client.headers of a security scheme`,
    );
  }
  return { headers: parameters.filter(isSigning).map(lowerName).sort(), callerHeaders };
}

function lowerName(parameter: SpecNode): string {
  return (parameter.text("name") ?? "").toLowerCase();
}

function bodyType(id: string, { mediaType, required }: Body): string {
  const body = `operations["${id}"]["requestBody"]`;
  return `${required ? body : `NonNullable<${body}>`}["content"][${stringLiteral(mediaType)}]`;
}

function namesOf(parameters: readonly SpecNode[]): string[] {
  return parameters.map((parameter) => parameter.text("name") as string);
}
