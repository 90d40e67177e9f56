import type { JsonObject } from "../../spec/pointer.ts";
import type { Direction, OperationUse, Witness } from "../finding.ts";
import { createCompiler, type Validate } from "./witness/validator.ts";

const compile = createCompiler(false);

/** @returns A check by a schema that many payloads are judged by. */
export function judgeBy(schema: JsonObject): Validate {
  return compile(() => schema);
}

/**
 * Checks a payload by what two documents say of it outside of their schemas: routes, media types, statuses and
 * credentials are said as schemas, so that one validator judges all of them.
 *
 * @param told A shorter way to show the payload.
 * @returns The witness; undefined where the payload shows nothing.
 */
export function smallWitness(
  use: OperationUse,
  where: string,
  sent: JsonObject | Validate,
  taken: JsonObject | Validate,
  payload: unknown,
  refusal: string,
  told: unknown = payload,
  direction: Direction = use.direction,
): Witness | undefined {
  const [before, after] = [sent, taken].map((one) => (typeof one === "function" ? one : judgeBy(one))) as [
    Validate,
    Validate,
  ];
  if (!before(payload)?.valid || after(payload)?.valid !== false) return undefined;
  const isRequest = direction === "request";
  return {
    direction,
    operationId: use.operationId,
    payload: told,
    where,
    before: isRequest ? "valid" : "impossible",
    after: isRequest ? refusal : `valid; before: ${refusal}`,
  };
}
