import type { OpenAPI3 } from "openapi-typescript";
import { type Client, readClient } from "../../generate/client.ts";
import { liftErrors } from "../../generate/lift-errors.ts";
import { OPEN_ENUM } from "../../generate/open-enums.ts";
import { SpecNode } from "../../generate/spec-node.ts";
import { typesDocument } from "../../generate/types-document.ts";
import { hoistReferences } from "../../new-provider/hoist.ts";
import { outlineOf } from "../../spec/outline.ts";
import type { JsonObject } from "../../spec/pointer.ts";
import { UnusableSpecError } from "../../spec/problem.ts";
import type { SpecDocument } from "../finding.ts";
import { type Method, methodsOf } from "./methods.ts";

/** What can't change a generated type: words, samples, and rules that TypeScript has no word for. */
const NO_TYPE = new Set(
  (
    "title summary description example examples externalDocs default format pattern deprecated minLength maxLength minimum " +
    "maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems minProperties maxProperties " +
    "if then else not contains minContains maxContains propertyNames dependentRequired dependentSchemas " +
    "unevaluatedProperties unevaluatedItems contentEncoding contentMediaType security servers tags links callbacks"
  ).split(" "),
);

/** One version of a spec, as TypeScript callers see it. */
export interface TypesSide {
  /** The document's root; errors are lifted, as in the generated client. */
  readonly root: SpecNode;
  /** What the types are made of, without anything that can't change them. */
  readonly types: JsonObject;
  /** By what a caller names them. */
  readonly methods: ReadonlyMap<string, Method>;
  /** The generated client; none for a document without `x-client`, or with one that the generator refuses. */
  readonly client: Client | undefined;
}

/** @returns Both versions; by operationId unless both have a client, as methods of two kinds can't be compared. */
export function typesSides(base: SpecDocument, revision: SpecDocument): [base: TypesSide, revision: TypesSide] {
  const roots = [rootOf(base), rootOf(revision)] as const;
  const clients = roots.map(clientIn);
  const useClients = !clients.includes(undefined);
  return [
    typesSide(roots[0], useClients ? clients[0] : undefined),
    typesSide(roots[1], useClients ? clients[1] : undefined),
  ];
}

function rootOf(document: SpecDocument): SpecNode {
  return new SpecNode({ ...document, file: document.path }, "", document.document);
}

function typesSide(original: SpecNode, client: Client | undefined): TypesSide {
  const error = client && original.at("/x-client/envelope/error")?.value;
  const root = liftErrors(original, typeof error === "string" ? error : undefined);
  return {
    root,
    types: bareTypes(typesDocument(root, client?.provider.signingHeaders ?? [])),
    methods: methodsOf(root, client),
    client,
  };
}

function clientIn(root: SpecNode): Client | undefined {
  if (root.get("x-client") === undefined) return undefined;
  try {
    // What can't be a method is compared by its schemas alone.
    return readClient(root, () => {});
  } catch (error) {
    if (error instanceof UnusableSpecError) return undefined;
    throw error;
  }
}

function bareTypes(types: OpenAPI3): JsonObject {
  const document = types as unknown as Record<string, unknown>;
  hoistReferences(document);
  for (const { kind, value } of outlineOf({ ...document }).parts) {
    for (const key of Object.keys(value)) {
      const isExtension = key.startsWith("x-") && key !== OPEN_ENUM;
      if (kind !== "document" && kind !== "components" && kind !== "pathItem" && (isExtension || NO_TYPE.has(key)))
        delete (value as Record<string, unknown>)[key];
    }
  }
  return document;
}
