// What the tests use of the provider's own SDK, which comes without types.
import { createRequire } from "node:module";

/** An error as the SDK reports it. */
export interface SdkError extends Error {
  readonly type: string;
  readonly message: string;
  readonly param?: string;
}

/** The resource that the SDK lacks, made with its own extension point. */
export interface Customers {
  create(fields: object): Promise<SdkObject>;
  list(query?: object): Promise<SdkObject>;
  retrieve(id: string, query?: object): Promise<SdkObject>;
  update(id: string, fields: object): Promise<SdkObject>;
  del(id: string): Promise<SdkObject>;
}

// biome-ignore lint/suspicious/noExplicitAny: the SDK hands on whatever JSON it is answered.
type SdkObject = any;

interface Sdk {
  setHost(host: string, port: string, protocol: string): void;
  setPrivateKey(pem: string): void;
}

interface Pingpp {
  (apiKey: string): Sdk;
  readonly PingppResource: {
    method(spec: object): unknown;
    extend(spec: object): new (sdk: Sdk) => Customers;
  };
}

const pingpp = createRequire(import.meta.url)("pingpp") as Pingpp;

// The SDK's basic update is a POST.
const CustomersResource = pingpp.PingppResource.extend({
  path: "customers",
  includeBasic: ["create", "list", "retrieve", "del"],
  update: pingpp.PingppResource.method({ method: "PUT", path: "/{id}", urlParams: ["id"] }),
});

/**
 * Points the SDK, unchanged, at a server.
 *
 * @param url The server's origin, plain HTTP.
 * @param privateKey PEM; without it the SDK signs nothing.
 */
export function customersOf(url: string, apiKey: string, privateKey?: string): Customers {
  const sdk = pingpp(apiKey);
  const { hostname, port } = new URL(url);
  sdk.setHost(hostname, port, "http");
  if (privateKey !== undefined) sdk.setPrivateKey(privateKey);
  return new CustomersResource(sdk);
}
