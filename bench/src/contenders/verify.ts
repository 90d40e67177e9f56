import { isDeepStrictEqual } from "node:util";
import { answer, type Contender, customer, customerId, type Target } from "./contender.ts";
import { signedHeaders } from "./signature.ts";

const headers = { "content-type": "application/json" };

/** Answers every request at once: what is left is the client's own work. */
export const stub: Target = {
  baseUrl: "https://safepay.asiabill.com",
  fetch: async () => new Response(answer, { headers }),
};

/**
 * Checks that a contender does what it is measured for: one request with the right URL and body, signed if it says so, and the
 * customer out of the answer.
 *
 * @throws Error that says what was expected.
 */
export async function verify(create: (target: Target) => Contender): Promise<void> {
  const sent: Request[] = [];
  const contender = create({
    baseUrl: stub.baseUrl,
    async fetch(input, init) {
      sent.push(new Request(input, init));
      return stub.fetch(input, init);
    },
  });
  await verifyCall(contender, "get", sent, `GET ${stub.baseUrl}/V2022-03/customers/${customerId}`);
  await verifyCall(contender, "create", sent, `POST ${stub.baseUrl}/V2022-03/customers`);
}

async function verifyCall(contender: Contender, call: "get" | "create", sent: Request[], route: string): Promise<void> {
  const found = contender.customerOf(await contender[call]());
  const [request, ...others] = sent.splice(0);
  const problem = (expected: string) => new Error(`${contender.name}, ${call}: expected ${expected}`);
  if (!isDeepStrictEqual(found, customer)) throw problem("the customer of the answer");
  if (!request || others.length > 0) throw problem("one request");
  if (`${request.method} ${request.url}` !== route) throw problem(`${route}, found ${request.method} ${request.url}`);
  const values = [call === "get" ? customerId : "", "", await request.text()];
  const [id, time] = ["request-id", "request-time"].map((name) => request.headers.get(name) ?? "");
  const isSigned = request.headers.get("sign-info") === signedHeaders(values, id, time)["sign-info"];
  if (isSigned !== contender.isSigned) throw problem(contender.isSigned ? "a valid signature" : "no signature");
}
