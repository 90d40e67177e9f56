import { outlineOf } from "../spec/outline.ts";
import { isObject } from "../spec/pointer.ts";
import type { Document } from "./read-source.ts";

/**
 * Says what the client can't send as it stands in words that it can send, where that makes no difference on the wire.
 *
 * - An array in style `deepObject` has no agreed form. With `expand[]` as its name and style `form` it is written
 *   `expand[]=a&expand[]=b`, which is what servers that take brackets read.
 * - The optional body of a GET is dropped: fetch sends none.
 *
 * @param document Changed in place.
 */
export function makeSendable(document: Document): void {
  for (const { kind, key, value } of outlineOf({ ...document }).parts) {
    if (kind === "parameter") changeParameter(value as Document);
    if (kind === "mediaType") changeForm(value as Document);
    if (kind === "operation" && key === "get") dropOptionalBody(value as Document);
  }
}

function dropOptionalBody(operation: Document): void {
  const { requestBody } = operation;
  if (isObject(requestBody) && requestBody.$ref === undefined && requestBody.required !== true)
    delete operation.requestBody;
}

function changeParameter(parameter: Document): void {
  if (parameter.in !== "query" || parameter.style !== "deepObject" || !isPlainArray(parameter.schema)) return;
  parameter.name = bracketed(String(parameter.name));
  delete parameter.style;
  delete parameter.explode;
}

function changeForm({ schema, encoding }: Document): void {
  if (!isObject(schema) || !isObject(schema.properties) || !isObject(encoding)) return;
  const isChanged = (name: string, property: unknown) =>
    Object.hasOwn(encoding, name) &&
    isObject(encoding[name]) &&
    encoding[name].style === "deepObject" &&
    isPlainArray(property);
  const changed = new Set(
    Object.entries(schema.properties).flatMap(([name, property]) => (isChanged(name, property) ? name : [])),
  );
  const rename = (name: string) => (changed.has(name) ? bracketed(name) : name);
  const form = schema as Document;
  form.properties = Object.fromEntries(
    Object.entries(schema.properties).map(([name, property]) => [rename(name), property]),
  );
  if (Array.isArray(form.required)) form.required = form.required.map(rename);
  for (const name of changed) delete (encoding as Document)[name];
}

/** Whether a schema is an array of what is no object: an array of objects is numbered. */
function isPlainArray(schema: unknown): boolean {
  if (!isObject(schema) || schema.type !== "array" || !isObject(schema.items)) return false;
  return ["string", "integer", "number", "boolean"].includes(String(schema.items.type));
}

function bracketed(name: string): string {
  return name.endsWith("[]") ? name : `${name}[]`;
}
