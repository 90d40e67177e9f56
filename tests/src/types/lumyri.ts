// What a compiler says to code that uses the Lumyri client. Never run: the number behind expect is the error's.
import {
  type Customer,
  type CustomerDetail,
  createLumyriClient,
  type LumyriClient,
  type LumyriOptions,
} from "@customer-clients/lumyri";

const credentials = { accessToken: "t", appId: "a" };
const person = { first_name: "A", last_name: "B", email: "a@example.com" };

export function options(): void {
  createLumyriClient({ ...credentials, environment: "staging" });
  createLumyriClient({ ...credentials, baseUrl: "https://api.example.com" });
  createLumyriClient({ ...credentials, accessToken: () => "t", environment: "staging" });
  createLumyriClient({ ...credentials, accessToken: async () => "t", environment: "staging" });
  // @ts-expect-error 2345: no live host is known, so one has to be named
  createLumyriClient(credentials);
  // @ts-expect-error 2322: no such environment
  createLumyriClient({ ...credentials, environment: "live" });
  // @ts-expect-error 2322: a function that gives something else
  createLumyriClient({ ...credentials, accessToken: () => 1, environment: "staging" });
  const made: LumyriOptions = { ...credentials, environment: "staging" };
  createLumyriClient(made);
}

export async function bodies({ customers }: LumyriClient): Promise<void> {
  await customers.create({ ...person, address: [{ category: "Home", location: { name: "x", geo: [1, 2] } }] });
  // @ts-expect-error 2345 or 2741: a required field is missing
  await customers.create({ first_name: "A", last_name: "B" });
  // @ts-expect-error 2561: a misspelt field
  await customers.create({ ...person, lable_ids: [] });
  // @ts-expect-error 2322: a wrong enum value
  await customers.create({ ...person, address: [{ category: "Cave" }] });
  await customers.delete({ customer_ids: ["c1"] });
  // @ts-expect-error 2345: ids go in a body, as on the wire
  await customers.delete("c1");
  // @ts-expect-error 2322: a wrong enum value in a query
  await customers.list({ sort_by: "email" });
  await customers.list({ sort_by: "name", order_by: "desc", search: "x", limit: 1, page: 1 });
}

export async function answers({ customers }: LumyriClient): Promise<void> {
  const detail: CustomerDetail = await customers.get("c1");
  const colour: string | undefined = detail.lables?.[0]?.color;
  // @ts-expect-error 2551: get has its labels under the name that is on the wire
  console.log(colour, detail.labels);
  for await (const customer of customers.list()) {
    const labels: string[] | null | undefined = customer.labels;
    console.log(labels);
  }
  // An answer's enum is open.
  const odd: NonNullable<Customer["address"]> = [{ category: "Cave" }];
  const { message }: { message: string } = await customers.delete({ customer_ids: [] });
  console.log(odd, message);
}
