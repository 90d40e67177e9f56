// The cards of Ping++'s customers: create, get, list and delete.
import type { Card, SourceCreate } from "@customer-clients/pingxx";
import type { OperationId } from "../generated/pingxx.ts";
import type { Context, Handler } from "../provider.ts";
import { fieldRefusal } from "../refusal.ts";
import { select } from "../storage/select.ts";
import type { Selection } from "../storage/storage.ts";
import { cardOf } from "./cards.ts";
import { type PageQuery, pageOf } from "./page.ts";
import { type CustomerRecord, customers, findCustomer, storedCards } from "./records.ts";

/** The operations on cards. */
export type SourceOperationId = Extract<OperationId, `${string}Source${string}`>;

/** Makes the operations' behaviour. */
export function handlers({ clock, ids }: Context<unknown>): Readonly<Record<SourceOperationId, Handler>> {
  return {
    async createCustomerSource({ path, body }, records) {
      const stored = await findCustomer(records, path.customerId);
      // A foreign card may be bound to a customer that is there (inferred): the page speaks of a create only.
      const card = cardOf(body as SourceCreate, stored.id, Math.floor(clock.now() / 1_000), ids);
      const { cards, default_source } = stored.value;
      // The first card of a customer without any becomes the default (inferred).
      const value = { ...stored.value, cards: [...cards, card], default_source: default_source ?? card.id };
      await customers(records).replace({ ...stored, value });
      return { status: 200, body: card };
    },

    async listCustomerSources({ path, query }, records) {
      const { id, value } = await findCustomer(records, path.customerId);
      const cards = storedCards(value);
      const source = {
        has: async (cardId: string) => cards.some((card) => card.id === cardId),
        select: async (selection: Selection) => select(cards, selection),
      };
      return { status: 200, body: await pageOf(`/v1/customers/${id}/sources`, source, query as PageQuery) };
    },

    async getCustomerSource({ path }, records) {
      const { value } = await findCustomer(records, path.customerId);
      return { status: 200, body: findCard(value, path.cardId) };
    },

    async deleteCustomerSource({ path }, records) {
      const stored = await findCustomer(records, path.customerId);
      const { id } = findCard(stored.value, path.cardId);
      const cards = stored.value.cards.filter((card) => card.id !== id);
      const { default_source: old } = stored.value;
      const default_source = old === id ? (cards.at(-1)?.id ?? null) : old;
      await customers(records).replace({ ...stored, value: { ...stored.value, cards, default_source } });
      return { status: 200, body: { deleted: true, id } };
    },
  };
}

function findCard({ cards }: CustomerRecord, wanted = ""): Card {
  const card = cards.find(({ id }) => id === wanted);
  if (!card) throw fieldRefusal("unknown", "id", `there is no card ${wanted}`);
  return card;
}
