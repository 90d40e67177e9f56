import type { Outline, Part } from "../spec/outline.ts";
import { asText, childPointer, entriesOf, isObject, type JsonObject } from "../spec/pointer.ts";

/** An operation that callers can send: one under `paths`. */
export interface SentOperation {
  readonly part: Part;
  /** Its `x-client`, whatever is in it. */
  readonly client: JsonObject;
  /** The path's parameters and its own, references resolved. */
  readonly parameters: readonly Part[];
  readonly answers: readonly Answer[];
}

export interface Answer {
  /** `200`, `4XX`, `default` … */
  readonly status: string;
  readonly isSuccess: boolean;
  /** The media types of its content. */
  readonly content: readonly Part[];
}

/** @returns Whether a part belongs to a request that the provider sends: in a webhook or a callback. */
export function isReceived(part: Part): boolean {
  return (
    part.pointer.startsWith("/webhooks/") || part.kind === "callback" || (!!part.parent && isReceived(part.parent))
  );
}

/** @returns The operations that callers can send. */
export function operationsOf(outline: Outline): SentOperation[] {
  return outline.parts
    .filter((part) => part.kind === "operation" && !isReceived(part))
    .map((part) => ({
      part,
      client: clientOf(part),
      parameters: [part.parent as Part, part]
        .flatMap((owner) => childrenOf(outline, owner, "parameters"))
        .flatMap((parameter) => outline.resolve(parameter) ?? []),
      answers: childrenOf(outline, part, "responses").map((response) => {
        const target = outline.resolve(response);
        return {
          status: response.key,
          isSuccess: /^2(\d\d|XX)$/.test(response.key),
          content: target ? childrenOf(outline, target, "content") : [],
        };
      }),
    }));
}

/** @returns A part's `x-client`; empty where it has none. */
export function clientOf({ value }: Part): JsonObject {
  return isObject(value["x-client"]) ? value["x-client"] : {};
}

/** @returns The document's `x-client.envelope`; empty where it has none. */
export function envelopeOf(outline: Outline): JsonObject {
  const { envelope } = clientOf(outline.parts[0] as Part);
  return isObject(envelope) ? envelope : {};
}

/** @returns The pointer of the component schema that `x-client.envelope.error` names. */
export function errorSchemaPointer(outline: Outline): string | undefined {
  const name = asText(envelopeOf(outline).error);
  return name === undefined ? undefined : `/components/schemas/${name}`;
}

/** @returns The parts under one of a part's keys, references not followed. */
export function childrenOf(outline: Outline, part: Part, key: string): Part[] {
  const pointer = childPointer(part.pointer, key);
  return entriesOf(part.value[key]).flatMap(([name]) => outline.at(childPointer(pointer, name)) ?? []);
}
