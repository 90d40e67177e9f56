import type { Call, CallInput } from "./call.ts";

/** A method's arguments, in order: the path's, then the body, then the query. */
export function argumentsOf({ hasQuery }: Pick<Call, "hasQuery">, { path, body, query }: CallInput): unknown[] {
  const hasBody = body !== undefined;
  return [...Object.values(path), ...(hasBody ? [body] : []), ...(hasQuery ? [query ?? {}] : [])];
}

/**
 * Calls a method of a client.
 *
 * @param client What `create…Client` gave.
 * @param options The call's options.
 * @returns What the method gives: a promise, or a list of pages, which can be awaited too.
 */
export function invoke(client: object, call: Call, input: CallInput, options: object = {}): PromiseLike<unknown> {
  const names = call.method.split(".");
  const owner = names.slice(0, -1).reduce<unknown>((value, name) => Object(value)[name], client);
  return Object(owner)[names.at(-1) ?? ""](...argumentsOf(call, input), options);
}
