// The operations of a provider as its spec has them.
import { fileURLToPath } from "node:url";
import type { ProviderName } from "@customer-clients/sandbox";
import { entriesOf, isObject, type JsonObject, valueAt } from "@customer-clients/scripts/src/spec/pointer.ts";
import { readSpec } from "@customer-clients/scripts/src/spec/read-spec.ts";
import type { Schema } from "./schema.ts";

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Schema;
}

/** An operation, every reference in it resolved. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With the base path, and `{name}` for a parameter. */
  readonly path: string;
  /** The methods that the path has. */
  readonly methods: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  /** The schema of an answer by status: `200`, `5XX`, `default`. */
  readonly answers: Readonly<Record<string, object>>;
}

/** A provider's API. */
export interface Api {
  readonly operations: readonly Operation[];
  /** The schema of an error. */
  readonly error: object;
}

const methods = ["get", "put", "post", "delete", "patch"];

/** Reads a provider's spec. */
export function readApi(provider: ProviderName): Api {
  const file = fileURLToPath(new URL(`../../../../specs/${provider}/openapi.yaml`, import.meta.url));
  const { document } = readSpec(file);
  const resolved = resolve(document, document) as JsonObject;
  const basePath = new URL(String(valueAt(resolved, "/servers/0/url"))).pathname.replace(/\/$/, "");
  const operations = entriesOf(resolved.paths).flatMap(([path, item]) => {
    const own = entriesOf(item).filter(([method]) => methods.includes(method));
    const all = own.map(([method]) => method.toUpperCase());
    return own.map(([method, operation]): Operation => {
      const body = firstContent(valueAt(operation, "/requestBody"));
      const parameters = entriesOf(valueAt(operation, "/parameters")).map(([, parameter]) => parameter as Parameter);
      return {
        id: String(valueAt(operation, "/operationId")),
        method: method.toUpperCase(),
        path: basePath + path,
        methods: all,
        parameters: parameters.map((parameter) => ({ ...parameter, required: parameter.required ?? false })),
        ...(body && { body: body as Schema }),
        answers: Object.fromEntries(
          entriesOf(valueAt(operation, "/responses")).map(([status, answer]) => [status, firstContent(answer) ?? {}]),
        ),
      };
    });
  });
  const errorName = String(valueAt(document, "/x-client/envelope/error"));
  return { operations, error: valueAt(resolved, `/components/schemas/${errorName}`) as object };
}

function firstContent(part: unknown): object | undefined {
  const [[, media] = []] = entriesOf(valueAt(part, "/content"));
  return valueAt(media, "/schema") as object | undefined;
}

/** No schema of the specs has itself inside. What stands beside a reference stays. */
function resolve(document: JsonObject, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(document, item));
  if (!isObject(value)) return value;
  const { $ref, ...beside } = value;
  const target = typeof $ref === "string" ? (resolve(document, valueAt(document, $ref.slice(1))) as object) : {};
  return {
    ...target,
    ...Object.fromEntries(entriesOf(beside).map(([key, member]) => [key, resolve(document, member)])),
  };
}
