// What a compiler says to code that uses the Ping++ client. Never run: the number behind expect is the error's.
import {
  type Card,
  type Customer,
  createPingxxClient,
  type PageList,
  type PingxxClient,
} from "@customer-clients/pingxx";

const card = { source: "tok_1", sms_code: { id: "sms_1", code: "123456" } };

export function options(): void {
  createPingxxClient({ apiKey: "sk_test_1" });
  createPingxxClient({ apiKey: "sk_test_1", privateKey: "-----BEGIN" });
  createPingxxClient({ apiKey: "sk_test_1", privateKey: undefined });
  // @ts-expect-error 2345 or 2741: no key
  createPingxxClient({});
  // @ts-expect-error 2322: a key is text
  createPingxxClient({ apiKey: "sk_test_1", privateKey: new Uint8Array() });
}

export async function bodies({ customers }: PingxxClient): Promise<void> {
  await customers.create({ app: "app_1", ...card, metadata: { any: { json: [1, null] } } });
  // @ts-expect-error 2345 or 2741: no app
  await customers.create(card);
  // @ts-expect-error 2345 or 2741: half a code
  await customers.create({ app: "app_1", source: "tok_1", sms_code: { id: "sms_1" } });
  // @ts-expect-error 2561: a misspelt field
  await customers.update("cus_1", { descripton: "x" });
  await customers.sources.create("cus_1", card);
  // @ts-expect-error 2353: no such field of a card
  await customers.sources.create("cus_1", { ...card, app: "app_1" });
  // @ts-expect-error 2554: a card has two ids
  await customers.sources.get("cus_1");
}

export async function queries({ customers }: PingxxClient): Promise<void> {
  await customers.list({ limit: 1, created: { gt: 1, lte: 2 }, "expand[]": ["app"] });
  await customers.list({ created: 1 });
  // @ts-expect-error 2561: a misspelt parameter
  await customers.list({ limitt: 1 });
  // @ts-expect-error 2353: a misspelt limit of a range
  await customers.list({ created: { greater: 1 } });
  // @ts-expect-error 2322: a wrong enum value
  await customers.get("cus_1", { "expand[]": ["sources"] });
  // @ts-expect-error 2561: expand has its brackets on the wire
  await customers.get("cus_1", { expand: ["app"] });
}

export async function answers({ customers }: PingxxClient): Promise<void> {
  const customer: Customer = await customers.get("cus_1");
  const email: string | null = customer.email;
  // @ts-expect-error 2339: the default card may be no more than its id
  console.log(email, customer.default_source?.brand);
  if (typeof customer.default_source === "object") console.log(customer.default_source?.brand);
  const cards: PageList<Card> = customers.sources.list("cus_1", { limit: 1 });
  for await (const { last4, brand } of cards) {
    // An answer's enum is open, and still suggests what is known.
    const known = brand === "UnionPay" || brand === "a brand of tomorrow";
    console.log(last4, known);
  }
  const { deleted }: { deleted: boolean; id: string } = await customers.delete("cus_1");
  console.log(deleted);
}
