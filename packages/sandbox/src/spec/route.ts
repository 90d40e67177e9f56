// Finds the operation that a request is for.
import type { Provider, RawRequest } from "../provider.ts";
import { Refusal } from "../refusal.ts";
import type { Operation, Spec } from "./operation.ts";

/** The operation of a request, and its path parameters by name, decoded. */
export interface Route<Id extends string> {
  readonly operation: Operation<Id>;
  readonly path: Readonly<Record<string, string>>;
}

/**
 * @param rawPath The request's path, percent-encoded.
 * @param trailingSlash Whether a path may end in a slash more.
 * @throws Refusal when there is no such path, or the path has no such method.
 */
export function route<Id extends string>(
  spec: Spec<Id>,
  method: string,
  rawPath: string,
  trailingSlash = false,
): Route<Id> {
  const path = trailingSlash && rawPath.endsWith("/") ? rawPath.slice(0, -1) : rawPath;
  const segments = path.startsWith(`${spec.basePath}/`) ? path.slice(spec.basePath.length + 1).split("/") : [];
  const routes = spec.operations.flatMap((operation) => {
    const parameters = match(operation.segments, segments);
    return parameters ? [{ operation, path: parameters }] : [];
  });
  const found = routes.find(({ operation }) => operation.method === method);
  if (found) return found;
  const methods = routes.map(({ operation }) => operation.method).join(", ");
  throw new Refusal(
    "address",
    methods ? `${method} ${rawPath}: expected ${methods}` : `${rawPath}: there is no such path`,
  );
}

/** @returns The id of the operation that a request is for; nothing when there is no such path or method. */
export function operationIdOf(
  { spec, trailingSlash }: Pick<Provider, "spec" | "trailingSlash">,
  { method, target }: RawRequest,
): string | undefined {
  try {
    return route(spec, method, target.split("?")[0] ?? "", trailingSlash).operation.id;
  } catch {
    return undefined;
  }
}

function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const segment = segments[index] ?? "";
    if (!expected.startsWith("{")) {
      if (segment !== expected) return undefined;
    } else {
      const value = decoded(segment);
      // An empty segment is another path, not an empty id.
      if (!value) return undefined;
      parameters[expected.slice(1, -1)] = value;
    }
  }
  return parameters;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
