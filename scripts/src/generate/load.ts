import { outlineOf, type Part } from "../spec/outline.ts";
import { type Problem, UnusableSpecError } from "../spec/problem.ts";
import { readSpec } from "../spec/read-spec.ts";
import { SpecNode } from "./spec-node.ts";

// What the types can name: a whole component, not a part of one.
const COMPONENT_REFERENCE = /^#\/components\/[A-Za-z]+\/[^/]+$/;

/**
 * Reads a spec that code can be generated from.
 *
 * @param path The document; messages name it as it is given here.
 * @returns Its root.
 * @throws {UnusableSpecError} When it isn't OpenAPI 3.1, or has references, ids or schemas that no type can be made of.
 */
export function loadSpec(path: string): SpecNode {
  const spec = readSpec(path);
  const root = new SpecNode({ ...spec, file: path }, "", spec.document);
  const version = root.text("openapi") ?? root.fail("expected openapi: 3.1.x");
  if (!/^3\.1\.\d+$/.test(version)) root.need("openapi", "3.1.x").fail(`expected openapi: 3.1.x, found ${version}`);
  const problems = problemsOf(root);
  if (problems.length > 0) throw new UnusableSpecError(problems);
  return root;
}

function problemsOf(root: SpecNode): Problem[] {
  const operationIds = new Map<unknown, string>();
  return outlineOf(root.source.document).parts.flatMap((part) => {
    const node = new SpecNode(root.source, part.pointer, part.value);
    if (part.value.$ref !== undefined) return referenceProblems(node);
    if (part.kind === "schema") {
      const definitions = node.get("$defs");
      return definitions ? [definitions.problem("expected a schema in components.schemas in place of $defs")] : [];
    }
    const id = part.kind === "operation" ? node.get("operationId") : undefined;
    if (id === undefined) return [];
    const first = operationIds.get(id.value);
    if (first !== undefined) return [id.problem(`expected an operationId of its own, found the one of ${first}`)];
    operationIds.set(id.value, describe(part));
    return [];
  });
}

function referenceProblems(node: SpecNode): Problem[] {
  const { reference } = node;
  if (reference === undefined || !COMPONENT_REFERENCE.test(reference)) {
    return [node.problem(`expected a $ref to a component of this document, found ${JSON.stringify(reference)}`)];
  }
  try {
    node.target();
    return [];
  } catch (error) {
    if (error instanceof UnusableSpecError) return [...error.problems];
    throw error;
  }
}

function describe({ key, parent }: Part): string {
  return `${key.toUpperCase()} ${parent?.key ?? ""}`;
}
