import { type Outline, outlineOf, type Part } from "@customer-clients/scripts/src/spec/outline.ts";
import { entriesOf, isObject, type JsonObject, valueAt } from "@customer-clients/scripts/src/spec/pointer.ts";
import { operationParts } from "../spec/operation.ts";
import { childOf, childrenOf, follow } from "../spec/parts.ts";

/** What a method is called with. */
export interface CallInput {
  /** Path parameters by name, in the order of the method's arguments. */
  readonly path: Readonly<Record<string, string>>;
  readonly query?: JsonObject;
  readonly body?: unknown;
}

/** One of a call's examples. */
export interface CallExample {
  /** What the spec calls it. */
  readonly name: string;
  readonly input: CallInput;
}

/** What there is to know of an operation to call it. */
export interface Call {
  /** The name of the provider's folder. */
  readonly provider: string;
  /** The client's name, which `create…Client` is made of. */
  readonly client: string;
  /** The host that samples send to: not the live one, where there is another. */
  readonly server: { readonly url: string; readonly environment: string };
  readonly operationId: string;
  /** The method's place on the client: `customers.create`. */
  readonly method: string;
  /** In capitals. */
  readonly verb: string;
  readonly isPage: boolean;
  /** The query may be left out. */
  readonly hasQuery: boolean;
  /** The first is the one to show. */
  readonly examples: readonly [CallExample, ...CallExample[]];
}

/**
 * @param provider The name of its folder.
 * @param document Its spec.
 * @returns Each operation that has a method, in the spec's order.
 * @throws {Error} For a required input without an example, with its place.
 */
export function callsOf(provider: string, document: JsonObject): Call[] {
  const outline = outlineOf(document);
  const servers = entriesOf(document.servers).map(([, server]) => ({
    url: String(valueAt(server, "/url")),
    environment: String(valueAt(server, "/x-client/environment")),
  }));
  const server = servers.find(({ environment }) => environment !== "live") ?? servers[0];
  if (!server) throw new Error(`${provider}: /servers: expected a server`);
  const client = String(valueAt(document, "/x-client/name"));
  return operationParts(outline).flatMap((part) => {
    const method = valueAt(part.value, "/x-client/method");
    if (typeof method !== "string") return [];
    const parameters = parametersOf(outline, part);
    return {
      provider,
      client,
      server,
      operationId: String(part.value.operationId),
      method,
      verb: part.key.toUpperCase(),
      isPage: isObject(valueAt(part.value, "/x-client/page")),
      hasQuery: parameters.some(({ value }) => value.in === "query"),
      examples: examplesOf(outline, part, parameters),
    };
  });
}

function parametersOf(outline: Outline, operation: Part): Part[] {
  const owners = operation.parent ? [operation.parent, operation] : [operation];
  return owners.flatMap((owner) =>
    childrenOf(outline, owner, "parameters").map((part) => follow(outline, part).target),
  );
}

function examplesOf(outline: Outline, operation: Part, parameters: readonly Part[]): Call["examples"] {
  const path = Object.fromEntries(
    parameters
      .filter(({ value }) => value.in === "path")
      .map(({ pointer, value }) => [String(value.name), textExample(pointer, value.example)]),
  );
  const given = queryExample(operation, parameters);
  const query = Object.keys(given).length > 0 ? { query: given } : {};
  const bodies = bodyExamples(outline, operation);
  const [first, ...others] = bodies.map(([name, body]): CallExample => ({ name, input: { path, body, ...query } }));
  if (first) return [first, ...others];
  // A parameter with several examples is one more way to call.
  const further = parameters.flatMap((part) =>
    part.value.in === "query"
      ? childrenOf(outline, part, "examples").map((example): CallExample => {
          const value = follow(outline, example).target.value.value;
          return { name: example.key, input: { path, query: { ...given, [String(part.value.name)]: value } } };
        })
      : [],
  );
  return [{ name: "example", input: { path, ...query } }, ...further];
}

function textExample(pointer: string, example: unknown): string {
  if (typeof example === "string" && example !== "") return example;
  throw new Error(`${pointer}/example: expected a text, for the samples`);
}

/** What says something: an empty text, a default and where a page starts don't. */
function queryExample({ value: operation }: Part, parameters: readonly Part[]): JsonObject {
  const paging = ["parameter", "before"].map((name) => valueAt(operation, `/x-client/page/${name}`));
  const telling = parameters.filter(({ value }) => {
    const { name, example } = value;
    if (value.in !== "query" || example === undefined) return false;
    if (value.required === true) return true;
    return example !== "" && !paging.includes(name) && example !== valueAt(value, "/schema/default");
  });
  return Object.fromEntries(telling.map(({ value }) => [String(value.name), value.example]));
}

function bodyExamples(outline: Outline, operation: Part): (readonly [name: string, body: unknown])[] {
  const given = childOf(outline, operation, "requestBody");
  if (!given) return [];
  const [media] = childrenOf(outline, follow(outline, given).target, "content");
  const named = media ? childrenOf(outline, media, "examples") : [];
  const examples = named.map((example) => [example.key, follow(outline, example).target.value.value] as const);
  if (media?.value.example !== undefined) examples.push(["example", media.value.example]);
  if (examples.length === 0) throw new Error(`${media?.pointer}/examples: expected an example, for the samples`);
  return examples;
}
