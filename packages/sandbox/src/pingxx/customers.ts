// Ping++'s customers: create, get, list, update and delete.
import type { Customer, CustomerCreate, CustomerUpdate, Metadata } from "@customer-clients/pingxx";
import type { OperationId } from "../generated/pingxx.ts";
import type { Credentials } from "../options.ts";
import type { Context, Handler, Outcome } from "../provider.ts";
import { fieldRefusal } from "../refusal.ts";
import { select } from "../storage/select.ts";
import type { Selection } from "../storage/storage.ts";
import { cardOf } from "./cards.ts";
import { type PageQuery, pageOf } from "./page.ts";
import { type CustomerRecord, customers, findCustomer, storedCards } from "./records.ts";
import type { SourceOperationId } from "./sources.ts";

const maxMetadataCharacters = 1_000;

/** Makes the operations' behaviour. */
export function handlers({
  clock,
  ids,
  credentials,
}: Context<Credentials["pingxx"]>): Readonly<Record<Exclude<OperationId, SourceOperationId>, Handler>> {
  const livemode = credentials.apiKey.startsWith("sk_live_");
  const success = (value: CustomerRecord, expand?: unknown): Outcome => ({
    status: 200,
    body: customerOf(value, livemode, expand),
  });
  return {
    async createCustomer({ body }, records) {
      const { app, description = null, email = null, metadata = null, ...bound } = body as CustomerCreate;
      checkMetadata(metadata);
      const now = clock.now();
      const created = Math.floor(now / 1_000);
      const id = `cus_${ids.base62(14)}`;
      const card = cardOf(bound, id, created, ids);
      if (card.brand !== "UnionPay") {
        throw fieldRefusal("declined", "source", "a foreign card can't be used to create a customer");
      }
      // The name is the cardholder's, which nothing here knows: it is the sample's.
      const value = {
        id,
        created,
        app,
        name: "张三",
        email,
        description,
        metadata,
        cards: [card],
        default_source: card.id,
      };
      await customers(records).insert({ id, created: now, value });
      return success(value);
    },

    async listCustomers({ query }, records) {
      const collection = customers(records);
      const source = {
        has: async (id: string) => (await collection.get(id)) !== undefined,
        select: (selection: Selection) => collection.select(selection),
      };
      const page = await pageOf("/v1/customers", source, query as PageQuery);
      const data = page.data.map((value) => customerOf(value, livemode, query["expand[]"]));
      return { status: 200, body: { ...page, data } };
    },

    async getCustomer({ path, query }, records) {
      const { value } = await findCustomer(records, path.customerId);
      return success(value, query["expand[]"]);
    },

    async updateCustomer({ path, body }, records) {
      const stored = await findCustomer(records, path.customerId);
      // Metadata replaces what is stored (inferred). What `app` is for in an update isn't documented: it is let be.
      const { app: _, ...changes } = body as CustomerUpdate;
      checkMetadata(changes.metadata);
      const { default_source } = changes;
      if (default_source !== undefined && !stored.value.cards.some(({ id }) => id === default_source)) {
        throw fieldRefusal("invalid", "default_source", `no card ${default_source} is bound to the customer`);
      }
      const value = { ...stored.value, ...changes };
      await customers(records).replace({ ...stored, value });
      return success(value);
    },

    async deleteCustomer({ path }, records) {
      const { id } = await findCustomer(records, path.customerId);
      await customers(records).delete(id);
      return { status: 200, body: { deleted: true, id } };
    },
  };
}

/** That names and values both count, and a value that isn't a text as JSON, is inferred. */
function checkMetadata(metadata: Metadata | null | undefined): void {
  const characters = Object.entries(metadata ?? {})
    .flatMap(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)])
    .join("");
  if ([...characters].length <= maxMetadataCharacters) return;
  throw fieldRefusal("invalid", "metadata", `expected at most ${maxMetadataCharacters} characters in all`);
}

function customerOf(record: CustomerRecord, livemode: boolean, expand: unknown): Customer {
  const { cards, app, default_source, ...fields } = record;
  const isExpanded = (name: string) => Array.isArray(expand) && expand.includes(name);
  // The newest cards, and as many as a page has (inferred).
  const shown = select(storedCards(record), { descending: true, limit: 10 });
  return {
    ...fields,
    object: "customer",
    livemode,
    // Of an app only its id is known.
    app: isExpanded("app") ? { id: app, object: "app" } : app,
    currency: null,
    sources: {
      object: "list",
      url: `/v1/customers/${record.id}/sources`,
      has_more: cards.length > shown.length,
      data: shown.map(({ value }) => value),
    },
    default_source: isExpanded("default_source")
      ? (cards.find(({ id }) => id === default_source) ?? null)
      : default_source,
  };
}
