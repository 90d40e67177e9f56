import type { OpenAPI3 } from "openapi-typescript";
import { emitSignature } from "../../generate/emit-method.ts";
import { stringLiteral } from "../../generate/literal.ts";
import { schemaTypes } from "../../generate/schema-types.ts";
import type { SpecDocument } from "../finding.ts";
import { type Changes, changesBetween } from "./changes.ts";
import { Checks } from "./checks.ts";
import { compareMethod, type MethodComparison } from "./compare-method.ts";
import type { Draft } from "./draft.ts";
import { environmentChanges, exportChanges, methodChanges } from "./method-changes.ts";
import type { Method } from "./methods.ts";
import { Pairs } from "./pairs.ts";
import { prune } from "./prune.ts";
import { type Complaint, runCompiler } from "./run-compiler.ts";
import { findingsOf, type TypeFinding } from "./type-findings.ts";
import { TypeModule } from "./type-module.ts";
import { type TypesSide, typesSides } from "./types-side.ts";

/** "Type 'true' does not satisfy the expected type 'false'." */
const NOT_TRUE = "TS1360";

/** Two versions of one spec. */
export interface Versions {
  readonly base: SpecDocument;
  readonly revision: SpecDocument;
}

/** What changed for TypeScript callers. */
export interface TypesReview {
  readonly findings: readonly TypeFinding[];
  /**
   * @param pointer Into either version.
   * @returns Whether the generated types differ at a place.
   */
  readonly differsAt: (pointer: string) => boolean;
  /** Why the types couldn't be compared: no client could be made of the document either. */
  readonly failure?: string;
}

/**
 * Lets the compiler judge what the versions' generated types mean for those who compile against them, in one run for all.
 *
 * @returns One review for each of the specs, in their order.
 */
export async function compareTypes(specs: readonly Versions[]): Promise<TypesReview[]> {
  const prepared = await Promise.all(specs.map(prepare));
  const files = prepared.flatMap((one, index) =>
    "failure" in one ? [] : [...one.files].map(([path, text]) => [`${index}/${path}`, text] as const),
  );
  const complaints = files.length > 0 ? await runCompiler(new Map(files)) : [];
  return prepared.map((one, index) => {
    if ("failure" in one) return { findings: [], differsAt: () => false, failure: one.failure };
    const { checks, changes } = one.draft;
    return {
      findings: findingsOf(one.draft, failedChecks(checks, index, complaints)),
      differsAt: (pointer) => changes.between(pointer, pointer),
    };
  });
}

type Prepared = { readonly draft: Draft; readonly files: ReadonlyMap<string, string> } | { readonly failure: string };

/** A document that reads well can still be no OpenAPI, and openapi-typescript throws what it likes at it. */
async function prepare(versions: Versions): Promise<Prepared> {
  try {
    const drafted = draft(versions);
    return { draft: drafted, files: drafted.checks.size > 0 ? await filesOf(drafted) : new Map() };
  } catch (error) {
    return { failure: (error as Error).message };
  }
}

function draft({ base: oldDocument, revision: newDocument }: Versions): Draft {
  const [base, revision] = typesSides(oldDocument, newDocument);
  const changes = changesBetween(base.types, revision.types);
  const checks = new Checks();
  const modules = [new TypeModule(), new TypeModule()] as const;
  const pairs = new Pairs(...modules, checks, changes);
  const compared: [base: Method, revision: Method][] = [];
  const comparisons: MethodComparison[] = [];
  for (const before of base.methods.values()) {
    const after = revision.methods.get(before.name);
    if (after === undefined || isUntouched(before, after, changes)) continue;
    const name = methodType(compared.length);
    const isGenerated = before.operation !== undefined && after.operation !== undefined;
    compared.push([before, after]);
    comparisons.push(...compareMethod(before, after, pairs, checks, isGenerated ? name : undefined));
  }
  pairs.finish();
  const names = [methodChanges, exportChanges, environmentChanges].flatMap((compare) => compare(base, revision));
  return { base, revision, changes, names, compared, comparisons, checks, modules };
}

function isUntouched(base: Method, revision: Method, changes: Changes): boolean {
  const parameters = (method: Method) => `${method.node.pointer.replace(/\/[^/]*$/, "")}/parameters`;
  const isSameClient = [base, revision]
    .map(({ node }) => JSON.stringify([node.get("x-client")?.value, node.root().get("x-client")?.value]))
    .every((text, _, [first]) => text === first);
  return (
    isSameClient &&
    base.route === revision.route &&
    !changes.between(base.node.pointer, revision.node.pointer) &&
    !changes.between(parameters(base), parameters(revision))
  );
}

/** The name of the interface that a compared method stands in. */
function methodType(index: number): string {
  return `_Method${index}`;
}

/** Both versions' types, and the module with the questions. */
async function filesOf({ base, revision, compared, checks, modules }: Draft): Promise<Map<string, string>> {
  const files = new Map([["checks.ts", checks.text().text]]);
  for (const [index, side] of [base, revision].entries()) {
    const folder = index === 0 ? "base" : "revision";
    const methods = compared.map((pair) => pair[index] as Method);
    const document = prune(side.types, new Set(methods.map(({ route }) => route)));
    files.set(`${folder}/schema.d.ts`, await schemaTypes(document as unknown as OpenAPI3, ""));
    files.set(`${folder}/types.d.ts`, (modules[index] as TypeModule).text(declarationsOf(side, methods)));
  }
  return files;
}

/** The package's types that the compared methods use, and these methods, as they are generated. */
function declarationsOf({ client }: TypesSide, methods: readonly Method[]): string {
  if (!client) return "";
  const schemas = client.schemas.map(([name]) => `type ${name} = components["schemas"][${stringLiteral(name)}];\n`);
  const generated = methods.map(({ operation }, index) => {
    if (!operation) return "";
    const aliases = operation.aliases.map(({ name, expression }) => `type ${name} = ${expression};\n`);
    return `${aliases.join("")}export interface ${methodType(index)} {\n${emitSignature(operation, "call", "  ")}}\n`;
  });
  return [...schemas, ...generated].join("");
}

/** A question that the compiler can't make sense of is none: its types were no types to begin with. */
function failedChecks(checks: Checks, index: number, complaints: readonly Complaint[]): ReadonlySet<number> {
  const { firstLine } = checks.text();
  const own = complaints.filter(({ file, code }) => file === `${index}/checks.ts` && code === NOT_TRUE);
  return new Set(own.map(({ line }) => line - firstLine));
}
