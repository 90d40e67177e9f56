import { bareFetch, byHand } from "./by-hand.ts";
import type { Contender, Target } from "./contender.ts";
import { openapiFetch, openapiFetchSigned } from "./openapi-fetch.ts";
import { ours, oursByPath } from "./ours.ts";
import { loadRedocly } from "./redocly.ts";

/** A contender's name in the bench's own code. */
export type ContenderKey =
  | "ours"
  | "oursByPath"
  | "openapiFetchSigned"
  | "openapiFetch"
  | "redocly"
  | "byHand"
  | "bareFetch";

const contenders: Readonly<Record<Exclude<ContenderKey, "redocly">, (target: Target) => Contender>> = {
  ours,
  oursByPath,
  openapiFetchSigned,
  openapiFetch,
  byHand,
  bareFetch,
};

/**
 * Makes ready what makes a contender.
 *
 * @param redocly - Redocly's generated client, as JavaScript; only that contender needs it.
 */
export async function loadContender(key: ContenderKey, redocly: string = ""): Promise<(target: Target) => Contender> {
  return key === "redocly" ? loadRedocly(redocly) : contenders[key];
}
