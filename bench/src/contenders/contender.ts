/** Where the calls go. */
export interface Target {
  readonly baseUrl: string;
  /** Sends a request, whichever of its two forms a client uses. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/** One way of calling AsiaBill. */
export interface Contender {
  readonly name: string;
  /** Whether its requests carry AsiaBill's signature. */
  readonly isSigned: boolean;
  /** Reads {@link customerId}. */
  readonly get: () => Promise<unknown>;
  /** Creates {@link newCustomer}. */
  readonly create: () => Promise<unknown>;
  /** Takes the customer out of what `get` and `create` give; not part of what is measured. */
  readonly customerOf: (result: unknown) => unknown;
}

export const credentials = { gatewayNo: "12246002", signKey: "not-a-real-sign-key" };
export const customerId = "cus_1526753334131306496";
export const newCustomer = {
  email: "customer@example.com",
  firstName: "Smfrvi",
  lastName: "Txwtbs",
  phone: "13900000000",
  description: "VIP 40210",
};

/** The customer in every answer. */
export const customer: Readonly<Record<string, string>> = {
  customerId,
  ...newCustomer,
  created: "2022-05-18 10:35:35",
};
/** The body of every answer. */
export const answer: string = JSON.stringify({ code: "00000", message: "success", data: customer });

/** The customer in an answer whose envelope is kept. */
export function enveloped(result: unknown): unknown {
  return (result as { data?: unknown } | undefined)?.data;
}
