import type { OpenAPI3 } from "openapi-typescript";
import { outlineOf, type Part } from "../spec/outline.ts";
import { isObject } from "../spec/pointer.ts";
import { commentText } from "./comments.ts";
import { OPEN_ENUM, sortEnums } from "./open-enums.ts";
import { sourceMark } from "./source-mark.ts";
import { SpecNode } from "./spec-node.ts";

type Mutable = Record<string, unknown>;

/**
 * Makes the document that the types are made of: what the client sets by itself is left out, enums of answers are open, and
 * what openapi-typescript would get wrong is put in words that it gets right.
 *
 * @param root The root of a document whose errors are lifted.
 * @param signingHeaders The headers that the client sets, lower case.
 * @returns A copy.
 */
export function typesDocument(root: SpecNode, signingHeaders: readonly string[]): OpenAPI3 {
  const document = structuredClone(root.source.document) as Mutable;
  const copy = new SpecNode({ ...root.source, document }, "", document);
  const { open } = sortEnums(copy);
  // The mark is this module's own, whatever the document has under its name.
  for (const { value } of outlineOf(document).parts) delete (value as Mutable)[OPEN_ENUM];
  for (const { value } of open) openEnum(value as Mutable);
  for (const part of outlineOf(document).parts) {
    const value = part.value as Mutable;
    if (part.kind === "operation" || part.kind === "pathItem" || part.kind === "components") {
      dropHeaders(copy, value, signingHeaders);
    }
    if (part.kind === "schema") {
      separateInheritedNames(value);
      separateAnyOf(value);
    }
    writeSafeComments(part, value);
  }
  return document as unknown as OpenAPI3;
}

function openEnum(schema: Mutable): void {
  schema[OPEN_ENUM] = schema.enum;
  schema.type ??= "string";
  delete schema.enum;
}

function dropHeaders(root: SpecNode, owner: Mutable, signingHeaders: readonly string[]): void {
  const isSigning = (parameter: unknown) => {
    const target = new SpecNode(root.source, "", parameter).target();
    return target.text("in") === "header" && signingHeaders.includes(target.text("name")?.toLowerCase() ?? "");
  };
  const { parameters } = owner;
  if (Array.isArray(parameters)) {
    owner.parameters = parameters.filter((parameter) => !isSigning(parameter));
  } else if (isObject(parameters)) {
    owner.parameters = Object.fromEntries(Object.entries(parameters).filter(([, parameter]) => !isSigning(parameter)));
  }
}

/**
 * Beside `allOf`, a required `constructor` would be found in every part of it, since every object has one by inheritance: such
 * properties become a part of their own.
 */
function separateInheritedNames(schema: Mutable): void {
  const { required, properties, allOf } = schema;
  if (!Array.isArray(required) || !Array.isArray(allOf)) return;
  const isInherited = (name: unknown) => typeof name === "string" && name in {};
  schema.required = required.filter((name) => !isInherited(name));
  const entries = isObject(properties) ? Object.entries(properties) : [];
  const moved = entries.filter(([name]) => isInherited(name));
  if (moved.length === 0) return;
  schema.properties = Object.fromEntries(entries.filter(([name]) => !isInherited(name)));
  allOf.push({ type: "object", required: required.filter(isInherited), properties: Object.fromEntries(moved) });
}

/** Beside `properties`, `anyOf` would be read as "or", and branches that only say `required` as "or anything". */
function separateAnyOf(schema: Mutable): void {
  const { anyOf, allOf } = schema;
  if (!Array.isArray(anyOf) || !(schema.properties || schema.additionalProperties || Array.isArray(allOf))) return;
  delete schema.anyOf;
  schema.allOf = [...(Array.isArray(allOf) ? allOf : []), { anyOf }];
}

/** What ends up in comments; only texts are used, and only these. */
function writeSafeComments({ kind }: Part, value: Mutable): void {
  for (const key of ["title", "summary", "description", "format"]) {
    if (typeof value[key] === "string") value[key] = commentText(value[key]);
    else if (kind !== "document") delete value[key];
  }
  const source = sourceMark(value["x-source"]);
  if (source) value.description = [value.description, source].filter(Boolean).join("\n");
  for (const key of ["default", "example"]) {
    if (value[key] !== undefined) value[key] = exampleText(value[key]);
  }
  if (Array.isArray(value.examples)) value.examples = value.examples.map(exampleText);
}

function exampleText(example: unknown): string {
  return commentText(typeof example === "string" ? example : (JSON.stringify(example, null, 2) ?? ""));
}
