// What a compiler says to code that uses the Finan client. Never run: the number behind expect is the error's.
import { type Customer, type CustomerCreate, createFinanClient, type FinanClient } from "@customer-clients/finan";

const general_info = { name: "B", customer_code: "C", phone: "1", phone_code: "+84", type: "personal" } as const;

export function options(): void {
  createFinanClient({ clientId: "c", secret: "s" });
  // @ts-expect-error 2345 or 2741: no secret
  createFinanClient({ clientId: "c" });
  // @ts-expect-error 2322: no such environment
  createFinanClient({ clientId: "c", secret: "s", environment: "test" });
}

export async function bodies({ customers }: FinanClient): Promise<void> {
  await customers.create({ general_info });
  await customers.create({ general_info, bank_accounts: [{ bank_code: "VCB" }], address: { ward: "1" } });
  // @ts-expect-error 2345 or 2741: the required field is missing
  await customers.create({});
  // @ts-expect-error 2345 or 2741: a required field within it is missing
  await customers.create({ general_info: { name: "B", customer_code: "C", phone: "1", type: "personal" } });
  // @ts-expect-error 2322: a wrong enum value
  await customers.create({ general_info: { ...general_info, type: "robot" } });
  // @ts-expect-error 2561: a misspelt field, further in
  await customers.create({ general_info: { ...general_info, tax_idd: "1" } });
  // @ts-expect-error 2561: a misspelt field within a list
  await customers.create({ general_info, bank_accounts: [{ bank_kode: "VCB" }] });
  // @ts-expect-error 2345 or 2741: an update replaces the whole record
  const update: Parameters<typeof customers.update>[1] = { address: {} };
  // @ts-expect-error 2554: an id without a body
  await customers.update("550e8400");
  await customers.update("550e8400", update);
}

export async function answers({ customers }: FinanClient): Promise<string> {
  const customer: Customer = await customers.get("550e8400");
  const name: string | undefined = customer.general_info?.name;
  // An answer's enum is open: the provider may add to it.
  const unknown: NonNullable<Customer["general_info"]> = { type: "robot" };
  const known: "personal" | "company" = "personal";
  const type: Customer["general_info"] = { type: known };
  // @ts-expect-error 2322: so not every value of an answer fits a request
  const back: CustomerCreate["general_info"]["type"] = unknown.type ?? "personal";
  // @ts-expect-error 2554: the list takes no query
  await customers.list({ limit: 1 }, {});
  // @ts-expect-error 2322: a text, not null
  const nothing: null = await customers.delete("550e8400");
  const text: string = await customers.delete("550e8400");
  return `${name} ${type} ${back} ${nothing} ${text}`;
}
