import { readClient } from "./client.ts";
import { docComment } from "./comments.ts";
import { emitClient } from "./emit-client.ts";
import { importStatement } from "./imports.ts";
import { Code, inline, LINE_WIDTH, printLines, printLiteral, stringLiteral } from "./literal.ts";
import { isForm } from "./media-type.ts";
import type { Operation, TypeAlias } from "./operation.ts";
import type { Provider } from "./provider.ts";
import type { SpecNode } from "./spec-node.ts";

/**
 * Writes the module with a provider's descriptors, types and methods.
 *
 * @param root The document's root.
 * @param header The comment at the top of the file.
 * @throws {UnusableSpecError} For what can't be named, sent or typed.
 */
export function emitOperations(root: SpecNode, header: string): string {
  const { provider, schemas, operations, group } = readClient(root);
  const query = operations.some(({ parameters }) => parameters.isNested) ? "nested" : "flat";
  const aliases = operations.flatMap((operation) => operation.aliases);
  return [
    header +
      emitImports(operations, provider, query, [
        ...(schemas.length > 0 ? ["components"] : []),
        ...(aliases.length > 0 ? ["operations"] : []),
      ]),
    schemas.map(emitSchemaAlias).join(""),
    aliases.map(emitAlias).join(""),
    emitProvider(provider, query),
    operations.map(emitDescriptor).join("\n"),
    "/** Every operation. */\n" +
      printLiteral(
        "export const descriptors: readonly OperationDescriptor[] = ",
        operations.map(({ id }) => new Code(id)),
        ";\n",
      ),
    emitClient(group),
  ]
    .filter((section) => section !== "")
    .join("\n");
}

function emitImports(
  operations: readonly Operation[],
  { errors, envelope }: Provider,
  query: string,
  types: readonly string[],
): string {
  const pages = operations.flatMap(({ page }) => page ?? []);
  const hasCalls = operations.length > pages.length;
  const imported = [
    "type CallOptions",
    "type Exchange",
    "type ProviderDescriptor",
    "type OperationDescriptor",
    ...errors.map(([, kind]) => kind.text),
    envelope.success.name,
    query,
    ...(operations.some(({ body }) => body && isForm(body.mediaType)) ? ["form"] : []),
    ...(hasCalls ? ["call"] : []),
    ...(pages.length > 0 ? ["list", "type ListDescriptor", "type PageList"] : []),
    ...pages.flatMap(({ reader, type }) => [reader, `type ${type}`]),
  ];
  const core = importStatement(imported, "@customer-clients/core");
  return types.length > 0
    ? core +
        importStatement(
          types.map((name) => `type ${name}`),
          "./schema.ts",
        )
    : core;
}

function emitAlias({ name, expression, description }: TypeAlias): string {
  return docComment([description], [], "") + assignment(`export type ${name} =`, `${expression};`);
}

function emitSchemaAlias([name, node]: [name: string, node: SpecNode]): string {
  const description = docComment([node.target().text("description")], [], "");
  return `${description}${assignment(`export type ${name} =`, `components["schemas"]["${name}"];`)}`;
}

function emitProvider(provider: Provider, query: string): string {
  const environments = Object.keys(provider.environments).map(stringLiteral).join(" | ") || "never";
  const { name, argument } = provider.envelope.success;
  const { signingHeaders, clockToleranceMs, sensitive, ...rest } = provider;
  const descriptor = {
    ...rest,
    envelope: { ...provider.envelope, success: new Code(`${name}(${inline(argument)})`) },
    query: new Code(query),
    signingHeaders,
    clockToleranceMs,
    sensitive,
  };
  const literal = printLines("export const provider: ProviderDescriptor = ", descriptor, ";\n");
  return `/** The names of the provider's hosts. */
export type Environment = ${environments};

/** What the operations share. */
${literal}`;
}

function emitDescriptor(operation: Operation): string {
  const { id, place, method, path, body, headers, value, page, empty, nullable } = operation;
  const descriptor = {
    name: place.join("."),
    method,
    path,
    body: body?.mediaType,
    bodyRequired: body?.required || undefined,
    write: body && isForm(body.mediaType) ? new Code("form") : undefined,
    headers: headers.length > 0 ? headers : undefined,
    value,
    page: page?.where,
    empty: empty || undefined,
    nullable: nullable || undefined,
  };
  const type = page ? `ListDescriptor<${page.type}>` : "OperationDescriptor";
  const description = docComment([`What \`${descriptor.name}\` sends, and how its answer is read.`], [], "");
  return description + printLines(`export const ${id}: ${type} = `, descriptor, ";\n");
}

/** Breaks after the equals sign where the line gets too long, as the formatter would. */
function assignment(before: string, after: string): string {
  return `${before}${before.length + 1 + after.length <= LINE_WIDTH ? " " : "\n  "}${after}\n`;
}
