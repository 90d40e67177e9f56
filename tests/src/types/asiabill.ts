// What a compiler says to code that uses the AsiaBill client. Never run: the number behind expect is the error's.
import {
  ApiError,
  type AsiaBillClient,
  type AsiaBillOptions,
  ClockSkewError,
  type Customer,
  type CustomerCreate,
  createAsiaBillClient,
  type Page,
  type PageList,
} from "@customer-clients/asiabill";

const credentials = { gatewayNo: "12246002", signKey: "key" };

export function options(): void {
  createAsiaBillClient(credentials);
  createAsiaBillClient({ ...credentials, environment: "sandbox", timeoutMs: 1, maxRetries: 0, maxResponseBytes: 1 });
  createAsiaBillClient({ ...credentials, environment: undefined, timeoutMs: undefined, hooks: undefined });
  createAsiaBillClient({ ...credentials, fetch: (url, init) => fetch(url, init), now: () => 0, requestId: () => "1" });
  createAsiaBillClient({ ...credentials, fetch });
  createAsiaBillClient({
    ...credentials,
    hooks: { onError: async ({ error, retryInMs }) => console.log(error, retryInMs) },
  });
  // @ts-expect-error 2345 or 2741: no sign key
  createAsiaBillClient({ gatewayNo: "12246002" });
  // @ts-expect-error 2322: a number is no gateway number
  createAsiaBillClient({ ...credentials, gatewayNo: 12246002 });
  // @ts-expect-error 2322: no such environment
  createAsiaBillClient({ ...credentials, environment: "production" });
  // @ts-expect-error 2561: a misspelt option
  createAsiaBillClient({ ...credentials, timeout: 1 });
  // @ts-expect-error 2561: a misspelt hook
  createAsiaBillClient({ ...credentials, hooks: { onResponce: () => {} } });
  // @ts-expect-error 2322: a sync function only
  createAsiaBillClient({ ...credentials, now: async () => 0 });
}

export async function bodies({ customers }: AsiaBillClient): Promise<Customer> {
  await customers.create({});
  const body: CustomerCreate = { email: "a@example.com", firstName: "A", lastName: "B", phone: "1", description: "" };
  await customers.create(body, {
    signal: new AbortController().signal,
    timeoutMs: 1,
    maxRetries: 0,
    headers: { a: "b" },
  });
  // @ts-expect-error 2561: a misspelt field
  await customers.create({ fristName: "A" });
  // @ts-expect-error 2353: no such field
  await customers.create({ customerId: "cus_1" });
  // @ts-expect-error 2322: a number is no phone number
  await customers.create({ phone: 13924343678 });
  // @ts-expect-error 2375: undefined is not the same as left out
  const undefinedField: CustomerCreate = { email: undefined };
  // @ts-expect-error 2554: no body
  await customers.create();
  // @ts-expect-error 2353: no such option of a call
  await customers.create({}, { retries: 1 });
  // @ts-expect-error 2322: headers are texts
  await customers.create({}, { headers: { a: 1 } });
  return customers.create(undefinedField);
}

export async function answers({ customers }: AsiaBillClient): Promise<void> {
  const customer = await customers.get("cus_1");
  const id: string = customer.customerId;
  const email: string | undefined = customer.email;
  // @ts-expect-error 2322: an e-mail address need not be there
  const sure: string = customer.email;
  // @ts-expect-error 2339: the envelope is gone
  console.log(id, email, sure, customer.data);
  const nothing: null = await customers.delete("cus_1");
  // @ts-expect-error 2322: nothing but null
  const something: Customer = await customers.delete("cus_1");
  // @ts-expect-error 2345: an id is text
  await customers.get(1);
  // @ts-expect-error 2339: AsiaBill has no update
  await customers.update("cus_1", {});
  console.log(nothing, something);
}

export async function lists({ customers }: AsiaBillClient): Promise<void> {
  const list: PageList<Customer> = customers.list({ pageIndex: 1, pageSize: 100 });
  const page: Page<Customer> = await list;
  const next: Page<Customer> | undefined = await page.nextPage();
  const total: number | undefined = page.total;
  for await (const { customerId } of customers.list()) console.log(customerId.length, next, total);
  for await (const customer of list) {
    // @ts-expect-error 2339: an item is a customer, not a page
    console.log(customer.items);
  }
  // @ts-expect-error 2339: what is awaited is a page, not a list
  console.log((await list).length);
  // @ts-expect-error 2339: a list is no promise of one
  list.catch(() => {});
  // @ts-expect-error 2353: a misspelt parameter
  await customers.list({ pageNumber: 1 });
  // @ts-expect-error 2322: a page's number is a number
  await customers.list({ pageIndex: "1" });
  // @ts-expect-error 2540: items can't be replaced
  page.items = [];
}

export function errors(error: unknown): string | undefined {
  if (error instanceof ClockSkewError) return error.serverTime.toISOString();
  if (error instanceof ApiError) {
    const body: unknown = error.body;
    const attempts: number = error.attempts;
    // @ts-expect-error 2540: an error is read only
    error.code = "1";
    return `${body} ${attempts} ${error.retryAfterMs?.toFixed()} ${error.headers.get("date")}`;
  }
  return undefined;
}

/** Options can be made elsewhere, and widened. */
export const made: AsiaBillOptions = { ...credentials, environment: "live" };
