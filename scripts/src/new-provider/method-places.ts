import { camelCase, isMemberName } from "../generate/identifiers.ts";
import { isSuccess } from "../generate/lift-errors.ts";
import { propertiesOf } from "../generate/schema-facts.ts";
import type { SpecNode } from "../generate/spec-node.ts";

/** An operation of a document, by where it stands. */
export interface FoundOperation {
  readonly node: SpecNode;
  readonly path: string;
  /** In lower case. */
  readonly method: string;
}

/**
 * Thinks of a place on the client for each operation: `GET /v1/pets/{id}/toys` gives `pets.toys.list`.
 *
 * @param operations All operations of the document, in its order.
 * @returns Their places, in the same order; where two would have the same, the second is named by its operationId.
 */
export function methodPlaces(operations: readonly FoundOperation[]): string[] {
  const groups = operations.map(({ path, node }) => groupOf(path, node));
  // A name is a group's or a method's, not both.
  const taken = new Set(groups.flatMap((group) => group.map((_, depth) => group.slice(0, depth + 1).join("."))));
  return operations.map((operation, index) => {
    const group = groups[index] as string[];
    const names = [verbOf(operation), camelCase(String(operation.node.get("operationId")?.value))];
    const places = names.filter(isMemberName).map((name) => [...group, name].join("."));
    const place = places.find((candidate) => !taken.has(candidate)) ?? (places.at(-1) as string);
    taken.add(place);
    return place;
  });
}

function groupOf(path: string, operation: SpecNode): string[] {
  const segments = path
    .replace(/\.(?:json|xml)$/, "")
    .split("/")
    .map((segment) => segment.replace(/\{[^}]*\}/g, " "))
    .filter((segment) => !/^(?:api|v?\d+(?:[._-]\d+)*)?$/i.test(segment.trim()));
  const tag = operation.at("/tags/0")?.value;
  const names = (segments.length > 0 ? segments : [String(tag ?? "root")]).map(camelCase).filter((name) => name !== "");
  return (names.length > 0 ? names : ["root"]).map((name) => (isMemberName(name) ? name : `group${name}`));
}

function verbOf({ path, method, node }: FoundOperation): string {
  const isItem = /\}(?:\.(?:json|xml))?\/?$/.test(path);
  const pathItem = node.root().at(node.pointer.slice(0, node.pointer.lastIndexOf("/")));
  if (method === "get") return isItem || !givesList(node) ? "get" : "list";
  if (method === "post") return isItem ? "update" : "create";
  if (method === "put") return pathItem?.get("patch") ? "replace" : "update";
  return method === "patch" ? "update" : method;
}

/** Whether a success is a list, or has one in it. */
function givesList(operation: SpecNode): boolean {
  const responses =
    operation
      .get("responses")
      ?.entries()
      .filter(([status]) => isSuccess(status)) ?? [];
  const bodies = responses.flatMap(([, response]) => response.target().get("content")?.entries() ?? []);
  return bodies.some(([, body]) => {
    const schema = body.get("schema")?.target();
    const parts = schema ? [schema, ...propertiesOf(schema).map(([, property]) => property)] : [];
    return parts.some((part) => part.target().get("type")?.value === "array");
  });
}
