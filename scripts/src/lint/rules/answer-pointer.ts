import type { Outline, Part } from "../../spec/outline.ts";
import { asText, isObject, segmentsOf } from "../../spec/pointer.ts";
import { envelopeOf, errorSchemaPointer, operationsOf, type SentOperation } from "../operations.ts";
import type { Finding, Rule } from "../rule.ts";
import { schemasAt } from "../schema-path.ts";
import { typesOf } from "../types.ts";

const ENVELOPE = "/x-client/envelope";

/** The envelope's pointers lead somewhere: those about an error in the error schema, a header's name to a header. */
export const envelopePointer: Rule = function* (outline) {
  const { code, message, requestId, success } = envelopeOf(outline);
  const errorPointer = errorSchemaPointer(outline);
  const error = errorPointer === undefined ? undefined : outline.at(errorPointer);
  if (!error) {
    if (errorPointer)
      yield { pointer: `${ENVELOPE}/error`, message: `expected the name of a component schema (#${errorPointer})` };
    return;
  }
  const absent = isObject(success) ? success.absent : undefined;
  for (const [key, pointer] of Object.entries({ code, message, requestId, "success/absent": absent })) {
    const text = asText(pointer);
    if (text === undefined) continue;
    const isHeader = key === "requestId" && !text.startsWith("/");
    if (isHeader ? hasHeader(outline, text) : schemasAt(outline, error, segmentsOf(text)).length > 0) continue;
    yield {
      pointer: `${ENVELOPE}/${key}`,
      message: isHeader
        ? `expected a header of an answer, found ${text}`
        : `expected a pointer into #${errorPointer}, found ${text}`,
    };
  }
};

/** What each of `page`'s pointers leads to. */
const PAGE_TYPES: Readonly<Record<string, readonly string[]>> = {
  items: ["array"],
  total: ["integer", "number"],
  size: ["integer", "number"],
  current: ["integer", "number"],
  last: ["integer", "number"],
  more: ["boolean"],
};

/** The value and the page that a method gives exist in each success answer; what asks for a page is a query parameter. */
export const methodPointer: Rule = function* (outline) {
  for (const operation of operationsOf(outline)) {
    const { answers } = operation;
    const schemas = answers
      .filter(({ isSuccess }) => isSuccess)
      .flatMap(({ content }) => content.flatMap((media) => outline.at(`${media.pointer}/schema`) ?? []));
    yield* checkParameters(operation);
    for (const schema of schemas) yield* checkAnswer(outline, operation, schema);
  }
};

function* checkParameters({ part, client, parameters }: SentOperation): Generator<Finding> {
  const names = parameters.filter(({ value }) => value.in === "query").map(({ value }) => value.name);
  for (const key of ["parameter", "before"]) {
    const name = isObject(client.page) ? asText(client.page[key]) : undefined;
    if (name === undefined || names.includes(name)) continue;
    yield {
      pointer: `${part.pointer}/x-client/page/${key}`,
      message: `expected a query parameter (${names.join(", ") || "none is declared"}), found ${name}`,
    };
  }
}

function* checkAnswer(outline: Outline, { part, client }: SentOperation, answer: Part): Generator<Finding> {
  const at = (pointer: string) => schemasAt(outline, answer, segmentsOf(pointer), errorSchemaPointer(outline));
  const value = asText(client.value) ?? asText(envelopeOf(outline).value) ?? "";
  if (at(value).length === 0) {
    yield {
      pointer: client.value === undefined ? answer.pointer : `${part.pointer}/x-client/value`,
      message: `expected the value pointer to lead into the answer's schema, found ${value}`,
    };
  }
  if (!isObject(client.page)) return;
  for (const [key, types] of Object.entries(PAGE_TYPES)) {
    const pointer = asText(client.page[key]);
    if (pointer === undefined || hasType(at(pointer), types)) continue;
    yield {
      pointer: `${part.pointer}/x-client/page/${key}`,
      message: `expected a pointer to ${types.join(" or ")} in the answer's schema, found ${pointer}`,
    };
  }
  const { items, cursor } = client.page;
  const isCursor = typeof items === "string" && typeof cursor === "string" && hasType(at(items), ["array"]);
  if (isCursor && !hasType(at(`${items}/0${cursor}`), ["string", "integer"])) {
    yield {
      pointer: `${part.pointer}/x-client/page/cursor`,
      message: `expected a pointer to a string or an integer in an item, found ${cursor}`,
    };
  }
}

function hasType(schemas: readonly Part[], expected: readonly string[]): boolean {
  return schemas.some(({ value }) => typesOf(value).some((type) => expected.includes(type)));
}

function hasHeader({ parts }: Outline, name: string): boolean {
  return parts.some(
    ({ kind, key, parent }) =>
      kind === "header" && parent?.kind === "response" && key.toLowerCase() === name.toLowerCase(),
  );
}
