// Generated from specs/asiabill/openapi.yaml by `pnpm generate`. Do not edit.
import {
  AuthenticationError,
  byCode,
  byNumber,
  type CallOptions,
  ClockSkewError,
  ConflictError,
  call,
  type Exchange,
  flat,
  InvalidRequestError,
  type ListDescriptor,
  list,
  type NumberPaging,
  type OperationDescriptor,
  type PageList,
  type ProviderDescriptor,
  ServerError,
} from "@customer-clients/core";
import type { components, operations } from "./schema.ts";

/**
 * What a customer is created from. The fields are documented; that each is optional, and the lengths, are inferred
 * from a demo app of the provider's v3 API.
 */
export type CustomerCreate = components["schemas"]["CustomerCreate"];
/**
 * A customer (客户). Only `customerId` is taken as always there (inferred): the documentation marks no field, and
 * every input is optional.
 */
export type Customer = components["schemas"]["Customer"];
/** One page of customers. */
export type CustomerList = components["schemas"]["CustomerList"];
/** Which page this is, and how many customers there are (分页对象). */
export type PageInfo = components["schemas"]["PageInfo"];
/** Success of a create or a get. */
export type CustomerAnswer = components["schemas"]["CustomerAnswer"];
/** Success of a list. */
export type CustomerListAnswer = components["schemas"]["CustomerListAnswer"];
/** Success of a delete. */
export type CustomerDeletedAnswer = components["schemas"]["CustomerDeletedAnswer"];
/** An error. It comes with HTTP 200 (inferred), and is told from a success by its code alone. */
export type ErrorAnswer = components["schemas"]["ErrorAnswer"];
/**
 * The code of a success (返回码). `00000` is the usual one. The documentation's code table also lists `0000`, for
 * which the SDK's demo tests after a delete.
 */
export type SuccessCode = components["schemas"]["SuccessCode"];

/** The query of `customers.list`. */
export type ListCustomersQuery = NonNullable<operations["listCustomers"]["parameters"]["query"]>;

/** The names of the provider's hosts. */
export type Environment = "live" | "test" | "sandbox";

/** What the operations share. */
export const provider: ProviderDescriptor = {
  name: "AsiaBill",
  environments: {
    live: "https://safepay.asiabill.com",
    test: "https://testpay.asiabill.com",
    sandbox: "https://sandbox-pay.asiabill.com",
  },
  envelope: {
    value: ["data"],
    code: ["code"],
    message: ["message"],
    requestId: "response-id",
    success: byCode(/^(?:00000|0000)$/),
  },
  errors: [
    [/^\d+ L0001$/, AuthenticationError],
    [/^\d+ L0002$/, InvalidRequestError],
    [/^\d+ L0003$/, ClockSkewError],
    [/^\d+ L0004$/, ConflictError],
    [/^\d+ L0005$/, AuthenticationError],
    [/^\d+ P0001$/, InvalidRequestError],
    [/^\d+ P0002$/, InvalidRequestError],
    [/^\d+ S0001$/, ServerError],
    [/^\d+ P/u, InvalidRequestError],
  ],
  query: flat,
  signingHeaders: ["gateway-no", "request-id", "request-time", "sign-info"],
  clockToleranceMs: 600000,
  sensitive: ["description", "email", "firstName", "lastName", "phone"],
};

/** What `customers.create` sends, and how its answer is read. */
export const createCustomer: OperationDescriptor = {
  name: "customers.create",
  method: "POST",
  path: "/V2022-03/customers",
  body: "application/json; charset=UTF-8",
  bodyRequired: true,
  headers: ["gateway-no", "request-id", "request-time"],
};

/** What `customers.list` sends, and how its answer is read. */
export const listCustomers: ListDescriptor<NumberPaging> = {
  name: "customers.list",
  method: "GET",
  path: "/V2022-03/customers",
  headers: ["gateway-no", "request-id", "request-time"],
  page: {
    parameter: "pageIndex",
    items: ["data", "list"],
    total: ["data", "page", "total"],
    size: ["data", "page", "pageSize"],
    current: ["data", "page", "pageIndex"],
  },
};

/** What `customers.get` sends, and how its answer is read. */
export const getCustomer: OperationDescriptor = {
  name: "customers.get",
  method: "GET",
  path: "/V2022-03/customers/{customerId}",
  headers: ["gateway-no", "request-id", "request-time"],
};

/** What `customers.delete` sends, and how its answer is read. */
export const deleteCustomer: OperationDescriptor = {
  name: "customers.delete",
  method: "DELETE",
  path: "/V2022-03/customers/{customerId}",
  headers: ["gateway-no", "request-id", "request-time"],
  nullable: true,
};

/** Every operation. */
export const descriptors: readonly OperationDescriptor[] = [createCustomer, listCustomers, getCustomer, deleteCustomer];

/** The methods of `customers`. */
export interface CustomersMethods {
  /**
   * Create a customer
   *
   * Creates a customer (创建客户) and answers with it, its new `customerId` included. Signed string: `H.B`.
   *
   * No idempotency key is documented: a create that is sent again with a new `request-id` may create a second
   * customer.
   *
   * @param body - The customer to create. All its fields are optional.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: An error. It comes with HTTP 200 (inferred), and is told from
   *   a success by its code alone.
   */
  create(body: CustomerCreate, options?: CallOptions): Promise<Customer>;
  /**
   * List customers
   *
   * Gives one page of the customers (批量获取客户). The order is not documented. Signed string: `H.Q`, where `Q` is
   * the values of the query parameters sent, such as `1100` for `pageIndex=1&pageSize=100`; just `H` without any.
   *
   * @param query - What is asked for.
   *   `pageIndex`: Number of the page (当前页). The parameter is documented; that it starts at 1, the default, and
   *   has at most 10 digits comes from the SDK.
   *   `pageSize`: How many customers a page has (每页数据条数). The parameter is documented; the default of 10 and the
   *   limit of 1000 come from the SDK.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: An error. It comes with HTTP 200 (inferred), and is told from
   *   a success by its code alone.
   */
  list(query?: ListCustomersQuery, options?: CallOptions): PageList<Customer>;
  /**
   * Get a customer
   *
   * Gives one customer (获取客户). Signed string: `H.P`, where `P` is the customer's id. Which code an unknown id is
   * answered with is not documented.
   *
   * @param customerId - Id of the customer (客户ID). In every sample it is `cus_` and 19 digits; no rule is documented.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: An error. It comes with HTTP 200 (inferred), and is told from
   *   a success by its code alone.
   */
  get(customerId: string, options?: CallOptions): Promise<Customer>;
  /**
   * Delete a customer
   *
   * Deletes one customer (删除客户) and answers with `null`. Signed string: `H.P`, where `P` is the customer's id.
   * What an unknown id, or a second delete of the same one, is answered with is not documented.
   *
   * @param customerId - Id of the customer (客户ID). In every sample it is `cus_` and 19 digits; no rule is documented.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: An error. It comes with HTTP 200 (inferred), and is told from
   *   a success by its code alone.
   */
  delete(customerId: string, options?: CallOptions): Promise<null>;
}

/** The client's methods. */
export interface AsiaBillClient {
  readonly customers: CustomersMethods;
}

/**
 * @param exchange - The pipeline that the calls go through.
 * @returns The client's methods.
 */
export function methods(exchange: Exchange): AsiaBillClient {
  return {
    customers: {
      create: (body, options) => call(exchange, createCustomer, { body }, options),
      list: (query, options) => list(exchange, listCustomers, byNumber, { query }, options),
      get: (customerId, options) => call(exchange, getCustomer, { path: { customerId } }, options),
      delete: (customerId, options) => call(exchange, deleteCustomer, { path: { customerId } }, options),
    },
  };
}
