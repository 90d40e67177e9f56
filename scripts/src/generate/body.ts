import { chooseMediaType, isForm, isJson, mediaTypesOf } from "./media-type.ts";
import { typesOf } from "./schema-facts.ts";
import type { SpecNode } from "./spec-node.ts";

/** A request body, as a method takes it. */
export interface Body {
  /** As the spec spells it. */
  readonly mediaType: string;
  readonly schema: SpecNode;
  readonly required: boolean;
  /** The request body object. */
  readonly node: SpecNode;
}

/**
 * @param method In lower case.
 * @returns The operation's body; `undefined` when it takes none.
 * @throws {UnusableSpecError} When it is neither JSON nor a form that can be written in brackets.
 */
export function readBody(operation: SpecNode, method: string): Body | undefined {
  const node = operation.get("requestBody")?.target();
  if (!node) return undefined;
  if (method === "get") operation.get("requestBody")?.fail("expected no body: fetch sends none with GET");
  const content = node.need("content", "the body's media types");
  const [mediaType, body] =
    chooseMediaType(content, [isJson, isForm]) ??
    content.fail(`expected a body as JSON or as application/x-www-form-urlencoded, found ${mediaTypesOf(content)}`);
  const schema = body.need("schema", "the body's schema");
  if (isForm(mediaType)) checkForm(body, schema);
  return { mediaType, schema, required: node.get("required")?.value === true, node };
}

/** Refuses a form whose fields the pipeline would write in another way: arrays as repeated names, objects in brackets. */
function checkForm(body: SpecNode, schema: SpecNode): void {
  for (const [name, property] of schema.target().get("properties")?.entries() ?? []) {
    const encoding = body.get("encoding")?.get(name);
    const style = encoding?.text("style") ?? "form";
    const types = typesOf(property);
    const refuse = (expected: string) => (encoding ?? property).fail(`expected ${expected} for the form field ${name}`);
    if (encoding?.get("contentType")) refuse("no contentType of its own");
    if (style !== "form" && style !== "deepObject") refuse(`style form or deepObject, not ${style},`);
    if (types.has("object") && style !== "deepObject")
      refuse("encoding with style deepObject, as its value is an object,");
    if (types.has("array") && style === "form" && encoding?.get("explode")?.value === false)
      refuse("explode: true, as its value is an array,");
    if (types.has("array") && style === "deepObject" && !hasObjectItems(property)) {
      refuse("style form (an array has no agreed form in deepObject)");
    }
  }
}

/** Whether a schema's arrays are all of objects: these are numbered (`items[0][price]`), in either style. */
function hasObjectItems(schema: SpecNode): boolean {
  const branches = [schema, ...["anyOf", "oneOf"].flatMap((key) => schema.target().get(key)?.items() ?? [])];
  const items = branches.flatMap((branch) => branch.target().get("items") ?? []);
  return items.length > 0 && items.every((item) => typesOf(item).size === 1 && typesOf(item).has("object"));
}
