// Makes src/generated from specs/: for each provider one module that its requests are read and checked with, and one that
// its answers are checked with in tests.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  childPointer,
  entriesOf,
  type JsonObject,
  segmentsOf,
  valueAt,
} from "@customer-clients/scripts/src/spec/pointer.ts";
import { readSpec } from "@customer-clients/scripts/src/spec/read-spec.ts";
import { operationsOf, type SpecOperation } from "./operations.ts";
import { compileValidators } from "./validators.ts";

const specs = join(import.meta.dirname, "../../../specs");
const source = join(import.meta.dirname, "../src");
mkdirSync(join(source, "generated"), { recursive: true });

for (const provider of readdirSync(specs)) {
  // A provider's behaviour is written by hand: one without it has a spec and a client, but no sandbox yet.
  if (!existsSync(join(source, provider))) continue;
  const { document } = readSpec(join(specs, provider, "openapi.yaml"));
  const operations = operationsOf(document);
  write(provider, provider, requestModule(document, operations));
  write(provider, `${provider}-answers`, answerModule(document, operations));
}

function write(provider: string, name: string, code: string): void {
  const head = `// Generated from specs/${provider}/openapi.yaml by build/generate.ts. Do not edit.\n// @ts-nocheck\n`;
  writeFileSync(join(source, "generated", `${name}.ts`), head + code);
}

function requestModule(document: JsonObject, operations: readonly SpecOperation[]): string {
  const schemas = operations.flatMap(({ id, parameters, bodySchema }) => [
    ...entriesOf(parameters).map(([part, schema]) => [`${id}_${part}`, schema]),
    ...(bodySchema === undefined ? [] : [[`${id}_body`, bodySchema]]),
  ]);
  const literals = operations.map(({ parameters, bodySchema, answers, ...operation }) => {
    const parts = [...Object.keys(parameters), ...(bodySchema === undefined ? [] : ["body"])];
    const validate = parts.map((part) => `${part}: ${operation.id}_${part}`).join(", ");
    return `{ ${JSON.stringify(operation).slice(1, -1)}, validate: { ${validate} } }`;
  });
  const ids = operations.map(({ id }) => JSON.stringify(id)).join(" | ");
  return [
    'import type { Spec } from "../spec/operation.ts";',
    compileValidators(document, Object.fromEntries(schemas)),
    "/** An operation's id in the specification. */",
    `export type OperationId = ${ids};`,
    "/** What the specification says of each operation. */",
    "export const spec: Spec<OperationId> = {",
    `  basePath: ${JSON.stringify(basePathOf(document))},`,
    `  clockToleranceMs: ${clockToleranceSeconds(document)} * 1_000,`,
    `  code: ${JSON.stringify(codePathOf(document))},`,
    `  operations: [\n    ${literals.join(",\n    ")},\n  ],`,
    "};\n",
  ].join("\n");
}

function answerModule(document: JsonObject, operations: readonly SpecOperation[]): string {
  const error = childPointer("/components/schemas", String(valueAt(document, "/x-client/envelope/error")));
  const schemas = operations.flatMap(({ id, answers }) =>
    entriesOf(answers).map(([status, pointer]) => [`${id}_${status}`, pointer]),
  );
  const literals = operations.map(({ id, answers }) => {
    const byStatus = Object.keys(answers).map((status) => `${JSON.stringify(status)}: ${id}_${status}`);
    return `${id}: { ${byStatus.join(", ")} }`;
  });
  return [
    'import type { AnswerValidators } from "../spec/operation.ts";',
    compileValidators(document, { ...Object.fromEntries(schemas), error }),
    `export const answers: AnswerValidators = {\n  error,\n  operations: {\n    ${literals.join(",\n    ")},\n  },\n};\n`,
  ].join("\n");
}

function basePathOf(document: JsonObject): string {
  return new URL(String(valueAt(document, "/servers/0/url"))).pathname.replace(/\/$/, "");
}

function codePathOf(document: JsonObject): string[] {
  const pointer = valueAt(document, "/x-client/envelope/code");
  return typeof pointer === "string" ? segmentsOf(pointer) : [];
}

function clockToleranceSeconds(document: JsonObject): number {
  const schemes = entriesOf(valueAt(document, "/components/securitySchemes")).map(([, scheme]) => scheme);
  return (
    (schemes.map((scheme) => valueAt(scheme, "/x-client/clockToleranceSeconds")).find(Number.isFinite) as number) ??
    Infinity
  );
}
