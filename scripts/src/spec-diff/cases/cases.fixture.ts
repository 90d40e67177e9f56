import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Finding, SpecDocument } from "../finding.ts";

/** What a change is, at its worst: `unproven` is breaking without a witness. */
export type Verdict = "none" | "documentation" | "additive" | "breaking" | "unproven";

export type TypesVerdict = "fine" | "breaking";

/** A change of one schema, in a request's body and in an answer. */
export interface SchemaCase {
  readonly change: string;
  readonly base: unknown;
  readonly revision: unknown;
  readonly components?: Record<string, unknown>;
  readonly revisionComponents?: Record<string, unknown>;
  readonly request: Verdict;
  readonly answer: Verdict;
  readonly rule?: string;
  /** How many findings there must be. */
  readonly count?: number;
  readonly types?: { readonly request?: TypesVerdict; readonly answer?: TypesVerdict };
}

/** A change of a document. */
export interface DocumentCase {
  readonly change: string;
  readonly base: Record<string, unknown>;
  readonly revision: Record<string, unknown>;
  readonly wire: Verdict;
  readonly rule?: string;
  /** How many findings there must be. */
  readonly count?: number;
  readonly operations?: readonly string[];
  readonly types?: TypesVerdict;
}

export const schemaCases: readonly SchemaCase[] = ["values", "objects", "arrays", "choices"].flatMap((name) =>
  read<SchemaCase>(name),
);

export const documentCases: readonly DocumentCase[] = read<DocumentCase>("documents");

function read<T>(name: string): T[] {
  return parse(readFileSync(join(import.meta.dirname, `${name}.yaml`), "utf8")) as T[];
}

/** @returns A document that isn't in any file. */
export function documentOf(content: Record<string, unknown>): SpecDocument {
  const document = { openapi: "3.1.1", info: { title: "A case", version: "1" }, ...content };
  return { path: "case", document, lineOf: () => ({ line: 1, column: 1 }) };
}

/** @returns A document with one operation, whose body or answer is the schema. */
export function documentWith(
  part: "request" | "answer",
  schema: unknown,
  schemas: Record<string, unknown> = {},
): SpecDocument {
  const content = { "application/json": { schema } };
  const operation =
    part === "request"
      ? {
          post: {
            operationId: "send",
            requestBody: { required: true, content },
            responses: { 204: { description: "Done" } },
          },
        }
      : { get: { operationId: "get", responses: { 200: { description: "Here", content } } } };
  return documentOf({ paths: { "/thing": operation }, components: { schemas } });
}

/** @returns The documents of a case of schemas. */
export function documentsOf(
  one: SchemaCase,
  part: "request" | "answer",
): { base: SpecDocument; revision: SpecDocument } {
  return {
    base: documentWith(part, one.base, one.components),
    revision: documentWith(part, one.revision, one.revisionComponents ?? one.components),
  };
}

/** @returns The worst that findings say, and the finding that says it. */
export function verdictOf(findings: readonly Finding[]): { verdict: Verdict; finding?: Finding } {
  const rank = { documentation: 0, additive: 1, breaking: 2 };
  const [finding] = [...findings].sort((one, other) => rank[other.kind] - rank[one.kind]);
  if (!finding) return { verdict: "none" };
  const proven = findings.find(({ witness }) => witness !== undefined && witness !== "unproven");
  if (finding.kind === "breaking") return { verdict: proven ? "breaking" : "unproven", finding: proven ?? finding };
  return { verdict: finding.kind, finding };
}
