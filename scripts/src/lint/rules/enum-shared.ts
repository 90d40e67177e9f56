import type { Part } from "../../spec/outline.ts";
import { childrenOf, isReceived } from "../operations.ts";
import type { Rule } from "../rule.ts";

/** An enum is used in requests or in answers, never in both: answers let unknown values through, requests don't. */
export const enumShared: Rule = function* (outline) {
  const sent = new Map<Part, Part>();
  const received = new Map<Part, Part>();
  for (const operation of outline.parts.filter(({ kind }) => kind === "operation")) {
    const body = outline.at(`${operation.pointer}/requestBody`);
    const request = [
      ...childrenOf(outline, operation.parent as Part, "parameters"),
      ...childrenOf(outline, operation, "parameters"),
      ...(body ? [body] : []),
    ];
    const answers = childrenOf(outline, operation, "responses");
    const [outgoing, incoming] = isReceived(operation) ? [answers, request] : [request, answers];
    for (const part of outgoing.flatMap(outline.reachableFrom)) sent.set(part, operation);
    for (const part of incoming.flatMap(outline.reachableFrom)) received.set(part, operation);
  }
  for (const [part, sender] of sent) {
    const receiver = received.get(part);
    if (!receiver || part.kind !== "schema" || part.value.enum === undefined) continue;
    yield {
      pointer: `${part.pointer}/enum`,
      message:
        `expected one enum for what is sent (${nameOf(sender)}) and another for what is received (${nameOf(receiver)}), ` +
        "which lets unknown values through: split the schema",
    };
  }
};

function nameOf({ value, key, parent }: Part): string {
  return String(value.operationId ?? `${key.toUpperCase()} ${parent?.key}`);
}
