import { outlineOf } from "../spec/outline.ts";
import { isObject } from "../spec/pointer.ts";
import { SpecNode } from "./spec-node.ts";

/**
 * Moves the error branch of success answers to where OpenAPI tools look for errors. A provider that reports errors with HTTP
 * 200 has `oneOf: [CustomerAnswer, Error]` there; the types are to say "a customer, or the error" by answer, not by value.
 *
 * @param root The document's root.
 * @param errorSchema The name of the component schema of an error answer.
 * @returns The root of a copy in which no success answer is that schema, and each operation that had it there has it as its
 * `default` answer.
 */
export function liftErrors(root: SpecNode, errorSchema: string | undefined): SpecNode {
  // By way of JSON: a part that several places share by a YAML alias becomes a part of each.
  const document = JSON.parse(JSON.stringify(root.source.document));
  const lifted = new SpecNode({ ...root.source, document }, "", document);
  if (errorSchema === undefined) return lifted;
  const reference = `#/components/schemas/${errorSchema}`;
  const description = root.find(reference)?.text("description") ?? "An error that the provider reports.";

  // The original is read and the copy written: several operations can share a response.
  for (const { kind, pointer, value } of outlineOf(root.source.document).parts) {
    if (kind !== "operation") continue;
    const responses = new SpecNode(root.source, pointer, value).get("responses");
    const content: Record<string, unknown> = {};
    for (const [status, response] of responses?.entries() ?? []) {
      if (!isSuccess(status)) continue;
      for (const [mediaType, body] of response.target().get("content")?.entries() ?? []) {
        const schema = withoutBranch(body.get("schema"), reference);
        if (schema === undefined) continue;
        Object.assign(valueIn(lifted, body), { schema });
        content[mediaType] = { schema: { $ref: reference } };
      }
    }
    if (responses && Object.keys(content).length > 0 && !responses.get("default")) {
      Object.assign(valueIn(lifted, responses), { default: { description, content } });
    }
  }
  return lifted;
}

function valueIn(root: SpecNode, { pointer }: SpecNode): object {
  return root.at(pointer)?.value as object;
}

/** @returns The schema without the branch, or `undefined` when it has none. */
function withoutBranch(schema: SpecNode | undefined, reference: string): unknown {
  const { oneOf, ...rest } = (schema?.target().value ?? {}) as Record<string, unknown>;
  if (!Array.isArray(oneOf)) return undefined;
  const others = oneOf.filter((branch) => !(isObject(branch) && branch.$ref === reference));
  if (others.length === oneOf.length || others.length === 0) return undefined;
  return others.length === 1 ? others[0] : { ...rest, oneOf: others };
}

/** @returns Whether a key of `responses` stands for a success. */
export function isSuccess(status: string): boolean {
  return /^2(?:\d\d|XX)$/.test(status);
}
