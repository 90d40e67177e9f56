import type { Client } from "../../generate/client.ts";
import { isSuccess } from "../../generate/lift-errors.ts";
import { stringLiteral } from "../../generate/literal.ts";
import { chooseMediaType, isForm, isJson } from "../../generate/media-type.ts";
import type { Operation } from "../../generate/operation.ts";
import { readPage } from "../../generate/page.ts";
import type { SpecNode } from "../../generate/spec-node.ts";
import { type AliasOf, typeAt, type ValueType } from "../../generate/value-type.ts";
import { UnusableSpecError } from "../../spec/problem.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** A schema, and the expression of its generated type. */
export interface Typed {
  readonly node: SpecNode;
  readonly type: string;
}

/** An operation as a function: what a caller hands over and gets. */
export interface Method {
  /** What a caller writes: `customers.create`; without `x-client` the operationId, without that `GET /path`. */
  readonly name: string;
  readonly isGenerated: boolean;
  readonly node: SpecNode;
  /** `GET /path`. */
  readonly route: string;
  /** By position. */
  readonly path: readonly (Typed & { readonly name: string })[];
  readonly query: { readonly type: string; readonly parameters: readonly SpecNode[] } | undefined;
  readonly body: (Typed & { readonly required: boolean }) | undefined;
  /** By status; without a type, an answer that has no body. */
  readonly answers: ReadonlyMap<string, { readonly node: SpecNode; readonly value: Typed | undefined }>;
  /** Which part of an answer the method gives. */
  readonly part: string;
  /** As the generator reads it, where it can be a method of the client. */
  readonly operation: Operation | undefined;
}

/**
 * @param root The root of a document whose errors are lifted.
 * @param client What the generator reads from the document, if it has an `x-client`: then only its methods are any.
 * @returns The methods by name; of two with one name, the first.
 */
export function methodsOf(root: SpecNode, client: Client | undefined): ReadonlyMap<string, Method> {
  const generated = new Map(client?.operations.map((operation) => [operation.node.pointer, operation]));
  const methods = new Map<string, Method>();
  for (const [path, item] of root.get("paths")?.entries() ?? []) {
    const pathItem = item.target();
    for (const verb of METHODS) {
      const node = pathItem.get(verb);
      if (node === undefined) continue;
      const place = node.at("/x-client/method")?.value;
      if (client && typeof place !== "string") continue;
      const route = `${verb.toUpperCase()} ${path}`;
      const name = client ? String(place) : String(node.get("operationId")?.value ?? route);
      if (methods.has(name)) continue;
      const type = `paths[${stringLiteral(path)}]["${verb}"]`;
      methods.set(name, {
        name,
        isGenerated: client !== undefined,
        node,
        route,
        ...parametersOf(node, pathItem, path, type),
        body: bodyOf(node, type),
        answers: answersOf(node, type, client?.provider.envelope.value ?? []),
        part: JSON.stringify([
          client?.provider.envelope.value,
          node.at("/x-client/value")?.value,
          node.at("/x-client/page/items")?.value,
        ]),
        operation: generated.get(node.pointer),
      });
    }
  }
  return methods;
}

function parametersOf(node: SpecNode, pathItem: SpecNode, path: string, type: string): Pick<Method, "path" | "query"> {
  const byPlace = new Map<string, SpecNode>();
  for (const parameter of [pathItem, node].flatMap((owner) => owner.get("parameters")?.items() ?? [])) {
    const target = parameter.target();
    byPlace.set(`${target.get("in")?.value} ${target.get("name")?.value}`, target);
  }
  const parameters = [...byPlace].flatMap(([key, parameter]) => (key.startsWith("query ") ? [parameter] : []));
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string);
  return {
    path: names.flatMap((name) => {
      const parameter = byPlace.get(`path ${name}`);
      const schema = parameter?.get("schema") ?? parameter;
      return schema ? [{ name, node: schema, type: `${type}["parameters"]["path"][${stringLiteral(name)}]` }] : [];
    }),
    query: parameters.length === 0 ? undefined : { type: `NonNullable<${type}["parameters"]["query"]>`, parameters },
  };
}

function bodyOf(operation: SpecNode, type: string): Method["body"] {
  const node = operation.get("requestBody")?.target();
  const [mediaType, media] = contentOf(node, [isJson, isForm, () => true]) ?? [];
  const schema = media?.get("schema");
  if (node === undefined || mediaType === undefined || schema === undefined) return undefined;
  return {
    node: schema,
    type: `NonNullable<${type}["requestBody"]>["content"][${stringLiteral(mediaType)}]`,
    required: node.get("required")?.value === true,
  };
}

function answersOf(operation: SpecNode, type: string, envelope: readonly string[]): Method["answers"] {
  const answers = new Map<string, { node: SpecNode; value: Typed | undefined }>();
  for (const [status, response] of operation.get("responses")?.entries() ?? []) {
    if (!isSuccess(status)) continue;
    const [mediaType, media] = contentOf(response.target(), [isJson, () => true]) ?? [];
    const schema = media?.get("schema");
    const key = /^\d+$/.test(status) ? status : stringLiteral(status);
    const expression = () => `${type}["responses"][${key}]["content"][${stringLiteral(mediaType ?? "")}]`;
    answers.set(status, {
      node: response,
      value: schema && valueIn(operation, { schema, optional: false, expression }, envelope),
    });
  }
  return answers;
}

function contentOf(node: SpecNode | undefined, suits: readonly ((mediaType: string) => boolean)[]) {
  const content = node?.get("content");
  return content && chooseMediaType(content, suits);
}

/** What a method gives of an answer: the value in its envelope, or an item of its page. */
function valueIn(operation: SpecNode, answer: ValueType, envelope: readonly string[]): Typed {
  try {
    const page = operation.at("/x-client/page");
    const override = operation.at("/x-client/value")?.value;
    const pointer = typeof override === "string" ? override.split("/").slice(1) : envelope;
    const value = page
      ? readPage(page, answer, pageParameters(page), aliasOf).item
      : typeAt(answer, pointer, aliasOf, answer.schema);
    return { node: value.schema, type: value.expression() };
  } catch (error) {
    if (!(error instanceof UnusableSpecError)) throw error;
    return { node: answer.schema, type: answer.expression() };
  }
}

/** Whether they exist is the generator's to say. */
function pageParameters(page: SpecNode): string[] {
  return page.entries().map(([, { value }]) => String(value));
}

/** @returns The type of a component schema. */
export const aliasOf: AliasOf = (reference) => {
  const name = /^#\/components\/schemas\/([A-Za-z0-9._-]+)$/.exec(reference)?.[1];
  return name && `components["schemas"][${stringLiteral(name)}]`;
};
