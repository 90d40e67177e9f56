// The cards that tokens stand for. Tokens come from the provider's pages in a browser: which of them are good is the
// sandbox's own rule.
import type { Card, SourceCreate } from "@customer-clients/pingxx";
import type { Ids } from "../ids.ts";
import { fieldRefusal } from "../refusal.ts";

/**
 * The card of a token. `tok_` and anything is a debit card of UnionPay, `tok_credit…` a credit card, `tok_foreign…` a
 * Visa card, `tok_declined…` one that its bank refuses. Every text-message code is right but `000000`.
 *
 * @param customer The id of the customer that it is bound to.
 * @param created Unix seconds.
 * @throws Refusal for anything else (inferred).
 */
export function cardOf({ source, sms_code }: SourceCreate, customer: string, created: number, ids: Ids): Card {
  if (!source.startsWith("tok_")) throw fieldRefusal("invalid", "source", `expected a token (tok_…), found ${source}`);
  if (!sms_code.id.startsWith("sms_"))
    throw fieldRefusal("invalid", "sms_code.id", `expected sms_…, found ${sms_code.id}`);
  if (sms_code.code === "000000") throw fieldRefusal("declined", "sms_code.code", "the code is wrong");
  if (source.startsWith("tok_declined")) throw fieldRefusal("declined", "source", "the bank refuses the card");
  const isForeign = source.startsWith("tok_foreign");
  return {
    id: `card_${ids.base62(24)}`,
    object: "card",
    created,
    last4: lastDigits(source),
    funding: isForeign || source.startsWith("tok_credit") ? "credit" : "debit",
    brand: isForeign ? "Visa" : "UnionPay",
    bank: isForeign ? null : "boc",
    customer,
  };
}

/** The same for the same token. */
function lastDigits(token: string): string {
  let hash = 0;
  for (const character of token) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 10_000;
  return String(hash).padStart(4, "0");
}
