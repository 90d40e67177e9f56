import type { GlobalContext, OpenAPI3, SchemaObject } from "openapi-typescript";
import type typescript from "typescript";
import { escapeUnsafe, stringLiteral } from "./literal.ts";
import { OPEN_ENUM } from "./open-enums.ts";

/** What isn't wanted of openapi-typescript. */
const DEFAULTS: Omit<GlobalContext, "discriminators" | "injectFooter" | "resolve"> = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  redoc: undefined as never,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform: undefined,
  transformProperty: undefined,
  inject: undefined as never,
};

/**
 * Writes the module with a document's types.
 *
 * @param document As {@link typesDocument} makes it; it is used up.
 * @param header The comment at the top of the file.
 */
export async function schemaTypes(document: OpenAPI3, header: string): Promise<string> {
  // Takes a third of a second to load, most of it the compiler: not before a spec is known to be good.
  const { astToString, resolveRef, scanDiscriminators, transformSchema } = await import("openapi-typescript");
  const { default: ts } = await import("typescript");
  const options = {
    silent: true,
    defaultNonNullable: false,
    // An object without a word on its members may have any.
    emptyObjectsUnknown: true,
    transform: (schema: SchemaObject) => openEnum(schema, ts),
  };
  // Its own entry function would lint and bundle first. The spec is one document and has been checked; and the bundler can't
  // read a property named `constructor`.
  const nodes = transformSchema(document, {
    ...DEFAULTS,
    ...options,
    injectFooter: [],
    discriminators: scanDiscriminators(document, options),
    resolve: (reference) => resolveRef(document, reference, options),
  });
  return header + tidy(astToString(nodes));
}

function openEnum(
  schema: SchemaObject & { readonly [OPEN_ENUM]?: readonly (string | null)[] },
  { factory, SyntaxKind }: typeof typescript,
): typescript.TypeNode | undefined {
  const values = schema[OPEN_ENUM];
  if (values === undefined) return undefined;
  const text = factory.createKeywordTypeNode(SyntaxKind.StringKeyword);
  const anyText = factory.createIntersectionTypeNode([text, factory.createTypeLiteralNode([])]);
  const isNullable = values.includes(null) || (Array.isArray(schema.type) && schema.type.includes("null"));
  return factory.createUnionTypeNode([
    ...values.flatMap((value) => (value === null ? [] : factory.createTypeReferenceNode(stringLiteral(value)))),
    factory.createParenthesizedType(anyText),
    ...(isNullable ? [factory.createLiteralTypeNode(factory.createNull())] : []),
  ]);
}

/** Two spaces for the printer's four, no spaces at a line's end. Strings stand on one line each, so none is touched. */
function tidy(source: string): string {
  const lines = source.split("\n").map((line) => {
    const content = line.trimStart();
    const depth = line.length - content.length;
    return " ".repeat(Math.floor(depth / 4) * 2 + (depth % 4)) + content.trimEnd();
  });
  return escapeUnsafe(lines.join("\n"));
}
