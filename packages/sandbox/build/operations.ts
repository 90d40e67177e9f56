// What the sandbox needs to know of a spec's operations, gathered as plain data.
import { childPointer, entriesOf, isObject, type JsonObject } from "@customer-clients/scripts/src/spec/pointer.ts";
import type { Fields, Operation, QueryParameter, Scalar } from "../src/spec/operation.ts";
import { type Place, placeAt } from "./pointers.ts";

/** The schema of an object whose members' schemas stand somewhere in the document. */
export interface ObjectSchema {
  readonly required: readonly string[];
  /** Each member's schema, by JSON pointer. */
  readonly properties: Readonly<Record<string, string>>;
}

/** An operation, and where in the document the schemas stand that its requests and answers are checked with. */
export interface SpecOperation extends Omit<Operation, "validate"> {
  readonly parameters: Readonly<Record<"path" | "query" | "headers", ObjectSchema>>;
  readonly bodySchema?: string;
  /** JSON pointers to the schemas of answers by status: `200`, `5XX`, `default`. */
  readonly answers: Readonly<Record<string, string>>;
}

const METHODS = ["get", "put", "post", "delete", "patch"];

/** Headers that OpenAPI has no parameters for, or whose content HTTP lets a server ignore. */
const NEGOTIATED = ["accept", "accept-language", "authorization", "content-type"];

/**
 * @param document An OpenAPI document that has passed the guard.
 * @throws For what the sandbox can't route or read, with its place.
 */
export function operationsOf(document: JsonObject): SpecOperation[] {
  return entriesOf(document.paths).flatMap(([path, pathItem]) =>
    entriesOf(pathItem)
      .filter(([method]) => METHODS.includes(method))
      .map(([method]) => operationAt(document, path, method)),
  );
}

function operationAt(document: JsonObject, path: string, method: string): SpecOperation {
  const item = childPointer("/paths", path);
  const { pointer, value } = placeAt(document, childPointer(item, method));
  const segments = path.split("/").slice(1);
  if (segments.some((segment) => /[{}]/.test(segment) && !/^\{[^{}]+\}$/.test(segment))) {
    throw new Error(`${item}: expected each parameter to be a whole segment`);
  }
  const parameters = [item, pointer].flatMap((owner) =>
    entriesOf(placeAt(document, owner).value.parameters).map(([index]) =>
      placeAt(document, `${owner}/parameters/${index}`),
    ),
  );
  const inPlace = (place: string) => parameters.filter((parameter) => parameter.value.in === place);
  const headers = inPlace("header").filter(({ value }) => !NEGOTIATED.includes(String(value.name).toLowerCase()));
  return {
    id: String(value.operationId),
    method: method.toUpperCase(),
    segments,
    query: inPlace("query").map((parameter) => queryParameter(document, parameter)),
    parameters: {
      path: objectSchema(inPlace("path")),
      query: objectSchema(inPlace("query")),
      headers: objectSchema(headers, (name) => name.toLowerCase()),
    },
    ...bodyOf(document, pointer, value),
    answers: answersOf(document, pointer, value),
  };
}

function objectSchema(parameters: readonly Place[], nameOf = (name: string) => name): ObjectSchema {
  return {
    required: parameters.filter(({ value }) => value.required === true).map(({ value }) => nameOf(String(value.name))),
    properties: Object.fromEntries(
      parameters.map(({ pointer, value }) => [nameOf(String(value.name)), `${pointer}/schema`]),
    ),
  };
}

function queryParameter(document: JsonObject, { pointer, value }: Place): QueryParameter {
  const schemas = alternatives(document, `${pointer}/schema`);
  const range = value.style === "deepObject" ? schemas.find(({ value }) => value.type === "object") : undefined;
  const list = schemas.find(({ value }) => value.type === "array");
  const { default: fallback } = placeAt(document, `${pointer}/schema`).value;
  return {
    name: String(value.name),
    type: list ? scalarAt(document, `${list.pointer}/items`) : scalarOf(schemas.find((schema) => schema !== range)),
    ...(list && { repeated: true }),
    ...(range && {
      members: Object.fromEntries(
        entriesOf(range.value.properties).map(([name]) => [
          name,
          scalarAt(document, childPointer(`${range.pointer}/properties`, name)),
        ]),
      ),
    }),
    ...(fallback !== undefined && { default: fallback }),
  };
}

/** The schema itself, or the ones that its `oneOf` lists. */
function alternatives(document: JsonObject, pointer: string): Place[] {
  const schema = placeAt(document, pointer);
  const listed = entriesOf(schema.value.oneOf).map(([index]) => placeAt(document, `${schema.pointer}/oneOf/${index}`));
  return listed.length > 0 ? listed : [schema];
}

function scalarAt(document: JsonObject, pointer: string): Scalar {
  return scalarOf(placeAt(document, pointer));
}

function scalarOf(schema: Place | undefined): Scalar {
  const type = schema?.value.type;
  return type === "integer" || type === "number" || type === "boolean" ? type : "string";
}

function bodyOf(
  document: JsonObject,
  pointer: string,
  operation: JsonObject,
): Pick<SpecOperation, "body" | "bodySchema"> {
  if (operation.requestBody === undefined) return {};
  const request = placeAt(document, `${pointer}/requestBody`);
  const [mediaType = ""] = Object.keys(request.value.content as object);
  const bodySchema = `${childPointer(`${request.pointer}/content`, mediaType)}/schema`;
  return {
    bodySchema,
    body: { required: request.value.required === true, fields: fieldsOf(document, bodySchema) },
  };
}

/** What of a body is known: anything else in a request is left out of what is stored. */
function fieldsOf(document: JsonObject, pointer: string): Fields {
  const { pointer: place, value } = placeAt(document, pointer);
  if (isObject(value.properties)) {
    return Object.fromEntries(
      Object.keys(value.properties).map((name) => [
        name,
        fieldsOf(document, childPointer(`${place}/properties`, name)),
      ]),
    );
  }
  return isObject(value.items) ? [fieldsOf(document, `${place}/items`)] : true;
}

function answersOf(document: JsonObject, pointer: string, operation: JsonObject): Record<string, string> {
  return Object.fromEntries(
    entriesOf(operation.responses).map(([status]) => {
      const response = placeAt(document, `${pointer}/responses/${status}`);
      const [mediaType = ""] = Object.keys(response.value.content as object);
      return [status, `${childPointer(`${response.pointer}/content`, mediaType)}/schema`];
    }),
  );
}
