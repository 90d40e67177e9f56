import { argumentName } from "./identifiers.ts";
import { stringLiteral } from "./literal.ts";
import { typesOf } from "./schema-facts.ts";
import type { SpecNode } from "./spec-node.ts";

/** The types of what can be put into a path. */
const ARGUMENT_TYPES: Readonly<Record<string, string>> = { string: "string", integer: "number", number: "number" };

/** A path parameter: an argument of the method. */
export interface PathParameter {
  /** As in the path's template. */
  readonly wireName: string;
  readonly argument: string;
  readonly type: string;
  readonly node: SpecNode;
}

/** What an operation takes besides its body. */
export interface Parameters {
  /** In the order of the path's template. */
  readonly path: readonly PathParameter[];
  readonly query: readonly SpecNode[];
  /** Whether the query has a value that may be an object, or a list of anything but texts and numbers. */
  readonly isNested: boolean;
  /** All of them, those that the client sets included. */
  readonly header: readonly SpecNode[];
}

/**
 * @param pathItem The operation's path item.
 * @param template The operation's path.
 * @param takenNames Names that an argument can't have.
 * @throws {UnusableSpecError} For what the pipeline has no way to send.
 */
export function readParameters(
  operation: SpecNode,
  pathItem: SpecNode,
  template: string,
  takenNames: ReadonlySet<string>,
): Parameters {
  const byPlace = new Map<string, SpecNode>();
  const declared = [pathItem, operation].flatMap((owner) => owner.get("parameters")?.items() ?? []);
  // The operation's own stand in for the path item's.
  for (const parameter of declared.map((node) => node.target())) {
    byPlace.set(`${parameter.text("in")} ${parameter.text("name")}`, parameter);
  }
  const all = [...byPlace.values()];
  const inPlace = (place: string) => all.filter((parameter) => parameter.text("in") === place);
  for (const parameter of all) checkPlace(parameter);
  const query = inPlace("query");
  query.forEach(checkQueryStyle);
  return {
    path: readPath(operation, template, inPlace("path"), takenNames),
    query,
    isNested: !query.every((parameter) => isFlat(parameter.get("schema") as SpecNode)),
    header: inPlace("header"),
  };
}

const LEAF_TYPES: readonly unknown[] = ["string", "number", "integer", "boolean", "null"];

/** Whether a schema says that its values are texts, numbers, booleans, or lists of them. */
function isFlat(schema: SpecNode): boolean {
  const types = typesOf(schema);
  const items = schema.target().get("items");
  const leaves = items && types.has("array") ? typesOf(items) : types;
  const others = [...types].filter((type) => type !== "array");
  return [...leaves].length > 0 && [...leaves, ...others].every((type) => LEAF_TYPES.includes(type));
}

function checkPlace(parameter: SpecNode): void {
  const place = parameter.text("in") ?? "";
  if (!["path", "query", "header"].includes(place)) {
    (parameter.get("in") ?? parameter).fail(
      `expected a parameter in the path, the query or a header, found ${JSON.stringify(place)}`,
    );
  }
  if (!parameter.text("name")) parameter.fail("expected the parameter to have a name");
  const content = parameter.get("content");
  if (content) content.fail("expected a parameter with a schema: serialised content in a parameter isn't supported");
}

function readPath(
  operation: SpecNode,
  template: string,
  parameters: readonly SpecNode[],
  takenNames: ReadonlySet<string>,
): PathParameter[] {
  if (!/^\/(?:[^\s\p{Cc}{}?#\\]|\{[^\s\p{Cc}{}/?#\\]+\})*$/u.test(template)) {
    operation.fail(`expected a path such as /customers/{id}, found ${JSON.stringify(template)}`);
  }
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string);
  if (new Set(names).size < names.length) operation.fail(`expected each parameter once in ${template}`);
  for (const parameter of parameters) {
    if (names.includes(parameter.text("name") as string)) continue;
    parameter.fail(`expected {${parameter.text("name")}} in the path ${template}`);
  }
  const taken = new Set(takenNames);
  return names.map((wireName) => {
    const node = parameters.find((parameter) => parameter.text("name") === wireName);
    if (node === undefined) return operation.fail(`expected a path parameter ${wireName}, as in ${template}`);
    if ((node.text("style") ?? "simple") !== "simple")
      node.fail(`expected style simple for the path parameter ${wireName}`);
    if (wireName === "__proto__") node.fail("expected another name than __proto__");
    const argument = argumentName(wireName, taken, node);
    if (taken.has(argument))
      node.fail(`expected a parameter whose argument has a name of its own, found ${argument} again`);
    taken.add(argument);
    return { wireName, argument, type: pathType(node), node };
  });
}

function pathType(parameter: SpecNode): string {
  const schema = parameter.need("schema", "the parameter's schema").target();
  const values = schema
    .get("enum")
    ?.items()
    .map(({ value }) => value);
  if (values?.length && values.every((value) => typeof value === "string"))
    return values.map(stringLiteral).join(" | ");
  const types = [...typesOf(schema)].map((type) => ARGUMENT_TYPES[String(type)]);
  if (types.length > 0 && !types.includes(undefined)) return [...new Set(types)].sort().join(" | ");
  return schema.fail("expected a path parameter of type string, integer or number");
}

/** Refuses what the pipeline would write in another way: it writes arrays as repeated names, objects in brackets. */
function checkQueryStyle(parameter: SpecNode): void {
  const name = parameter.text("name");
  const style = parameter.text("style") ?? "form";
  const types = typesOf(parameter.need("schema", "the parameter's schema"));
  const explode = parameter.get("explode")?.value ?? style === "form";
  const refuse = (expected: string) =>
    (parameter.get("style") ?? parameter).fail(`expected ${expected} for the query parameter ${name}`);
  if (style === "deepObject") {
    if (types.has("array")) refuse("style form (an array has no agreed form in deepObject)");
    return;
  }
  if (style !== "form") refuse(`style form or deepObject, not ${style},`);
  if (types.has("object")) refuse("style deepObject, as its value is an object,");
  if (types.has("array") && explode !== true) refuse("explode: true, as its value is an array,");
}
