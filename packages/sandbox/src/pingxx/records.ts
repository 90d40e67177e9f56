// How Ping++'s customers and cards are kept and found.
import type { Card, Customer } from "@customer-clients/pingxx";
import { fieldRefusal } from "../refusal.ts";
import type { Collection, Records, Stored } from "../storage/storage.ts";

/**
 * A customer as it is kept: with all its cards, the oldest first. A deleted customer takes them along: nobody can see
 * the difference from "not deleted, but can't be reached".
 */
export interface CustomerRecord
  extends Pick<Customer, "id" | "created" | "name" | "email" | "description" | "metadata"> {
  readonly app: string;
  readonly cards: readonly Card[];
  readonly default_source: string | null;
}

/** The customers that are kept. */
export function customers(records: Records): Collection<CustomerRecord> {
  return records.collection("pingxx.customers");
}

/** @throws Refusal when there is no such customer. A deleted one is there no more: it can't be reached. */
export async function findCustomer(records: Records, id = ""): Promise<Stored<CustomerRecord>> {
  const found = await customers(records).get(id);
  if (!found) throw fieldRefusal("unknown", "id", `there is no customer ${id}`);
  return found;
}

/** A customer's cards as a storage would keep them. */
export function storedCards({ cards }: CustomerRecord): Stored<Card>[] {
  return cards.map((card) => ({ id: card.id, created: card.created * 1_000, value: card }));
}
