import type { Outline, Part } from "@customer-clients/scripts/src/spec/outline.ts";
import { isObject } from "@customer-clients/scripts/src/spec/pointer.ts";
import { sourceMark } from "./marks.ts";
import { type MediaTypeView, mediaTypesOf } from "./media-type.ts";
import { type ParameterView, viewParameter } from "./parameter.ts";
import { childOf, childrenOf, follow, textPointer } from "./parts.ts";
import type { SchemaView } from "./schema-view.ts";

/** What an operation's page shows. Its texts are pointers into the spec. */
export interface OperationView {
  readonly operationId: string;
  /** In capitals. */
  readonly verb: string;
  readonly path: string;
  /** The client's method, such as `customers.create`. */
  readonly method?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  /** Each is one way to be let in: the names of the security schemes that go together. */
  readonly security: readonly (readonly string[])[];
  readonly parameters: readonly { readonly in: ParameterPlace; readonly parameters: readonly ParameterView[] }[];
  readonly body?: BodyView;
  readonly answers: readonly AnswerView[];
  /** How its answers are paged, and where its value is, as `x-client` says it: each a keyword and its value. */
  readonly paging: readonly (readonly [keyword: string, value: string])[];
  readonly value?: string;
}

export type ParameterPlace = "path" | "query" | "header" | "cookie";

export interface BodyView {
  readonly description?: string;
  readonly required: boolean;
  readonly media: readonly MediaTypeView[];
}

export interface AnswerView {
  /** Such as `200`, `5XX` or `default`. */
  readonly status: string;
  readonly description?: string;
  readonly source?: "sdk" | "inferred";
  readonly headers: readonly ParameterView[];
  readonly media: readonly MediaTypeView[];
}

const PLACES: readonly ParameterPlace[] = ["path", "query", "header", "cookie"];

/** @returns The operations of a document, in its order. */
export function operationParts(outline: Outline): Part[] {
  return outline.parts.filter(
    ({ kind, parent }) => kind === "operation" && parent?.kind === "pathItem" && parent.pointer.startsWith("/paths/"),
  );
}

/** @param part One of {@link operationParts}. */
export function viewOperation(outline: Outline, part: Part): OperationView {
  const { value, key, parent } = part;
  const client = isObject(value["x-client"]) ? value["x-client"] : {};
  const summary = textPointer(outline, part, "summary");
  const description = textPointer(outline, part, "description");
  const body = childOf(outline, part, "requestBody");
  return {
    operationId: String(value.operationId),
    verb: key.toUpperCase(),
    path: parent?.key ?? "",
    ...(typeof client.method === "string" && { method: client.method }),
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    tags: (Array.isArray(value.tags) ? value.tags : []).map(String),
    deprecated: value.deprecated === true,
    security: securityOf(value.security ?? outline.document.security),
    parameters: parametersOf(outline, part),
    ...(body && { body: viewBody(outline, body) }),
    answers: childrenOf(outline, part, "responses").map((answer) => viewAnswer(outline, answer)),
    paging: pagingOf(client.page),
    ...(typeof client.value === "string" && { value: client.value }),
  };
}

/** @returns Whether the answer is one of success. */
export function isSuccess({ status }: AnswerView): boolean {
  return /^2/.test(status);
}

/** @returns An answer's schema, when it is the same for all its media types. */
export function schemaOf({ media }: AnswerView): SchemaView | undefined {
  return media[0]?.schema;
}

function parametersOf(outline: Outline, operation: Part): OperationView["parameters"] {
  const own = childrenOf(outline, operation, "parameters");
  const shared = operation.parent ? childrenOf(outline, operation.parent, "parameters") : [];
  const keyOf = (part: Part) => `${follow(outline, part).target.value.in} ${follow(outline, part).target.value.name}`;
  const ownKeys = new Set(own.map(keyOf));
  const all = [...shared.filter((part) => !ownKeys.has(keyOf(part))), ...own];
  return PLACES.flatMap((place) => {
    const parameters = all
      .filter((part) => follow(outline, part).target.value.in === place)
      .map((part) => viewParameter(outline, part, place));
    return parameters.length > 0 ? [{ in: place, parameters }] : [];
  });
}

function viewBody(outline: Outline, part: Part): BodyView {
  const { target } = follow(outline, part);
  const description = textPointer(outline, part, "description");
  return {
    ...(description !== undefined && { description }),
    required: target.value.required === true,
    media: mediaTypesOf(outline, target, "body"),
  };
}

function viewAnswer(outline: Outline, part: Part): AnswerView {
  const { target } = follow(outline, part);
  const description = textPointer(outline, part, "description");
  const anchor = `answer-${part.key}`;
  return {
    status: part.key,
    ...(description !== undefined && { description }),
    ...sourceMark(target.value["x-source"]),
    headers: childrenOf(outline, target, "headers").map((header) => viewParameter(outline, header, `${anchor}-header`)),
    media: mediaTypesOf(outline, target, anchor),
  };
}

function securityOf(security: unknown): string[][] {
  return (Array.isArray(security) ? security : []).filter(isObject).map((requirement) => Object.keys(requirement));
}

function pagingOf(page: unknown): (readonly [string, string])[] {
  if (!isObject(page)) return [];
  return Object.entries(page).map(([keyword, value]) => [keyword, String(value)] as const);
}
