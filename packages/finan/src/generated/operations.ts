// Generated from specs/finan/openapi.yaml by `pnpm generate`. Do not edit.
import {
  byCode,
  type CallOptions,
  call,
  type Exchange,
  flat,
  type ListDescriptor,
  list,
  type OperationDescriptor,
  type PageList,
  type Paging,
  type ProviderDescriptor,
  ServerError,
  whole,
} from "@customer-clients/core";
import type { components } from "./schema.ts";

/** What a customer is created from. */
export type CustomerCreate = components["schemas"]["CustomerCreate"];
/** A customer as it is to be. It replaces the whole record; what is left out is cleared. */
export type CustomerUpdate = components["schemas"]["CustomerUpdate"];
/**
 * Who a customer is, as it is sent. A company needs `contact_persons`. Which of the other fields are required is
 * inferred from a Go struct in the provider's documentation.
 */
export type GeneralInfoInput = components["schemas"]["GeneralInfoInput"];
/** A contact person. Which of the fields are required is unknown, since the marks are lost on the provider's page. */
export type ContactPerson = components["schemas"]["ContactPerson"];
/** An address. */
export type Address = components["schemas"]["Address"];
/** A bank account. */
export type BankAccount = components["schemas"]["BankAccount"];
/**
 * A customer, as it is answered. The answers printed in the documentation are partial: a field that is absent may
 * have a value all the same.
 */
export type Customer = components["schemas"]["Customer"];
/** Who a customer is, as it is answered. Which fields are there varies. */
export type GeneralInfo = components["schemas"]["GeneralInfo"];
/** Success of a create, a get or a replace. */
export type CustomerAnswer = components["schemas"]["CustomerAnswer"];
/** Success of a list. */
export type CustomerListAnswer = components["schemas"]["CustomerListAnswer"];
/** Success of a delete. */
export type CustomerDeletedAnswer = components["schemas"]["CustomerDeletedAnswer"];
/**
 * An error, with HTTP 200 or another status, told from a success by its code. No error is printed in the
 * documentation: that it is the same envelope is inferred.
 */
export type ErrorAnswer = components["schemas"]["ErrorAnswer"];
/**
 * The code of a success. Documented are `102000` and `102001`. That any other code with 2 as its third digit is a
 * success too is inferred; this range holds those that begin like the documented ones.
 */
export type SuccessCode = components["schemas"]["SuccessCode"];
/** A text for people. */
export type Message = components["schemas"]["Message"];

/** The names of the provider's hosts. */
export type Environment = "live";

/** What the operations share. */
export const provider: ProviderDescriptor = {
  name: "Finan",
  environments: { live: "https://api.finan.one/open" },
  envelope: {
    value: ["data"],
    code: ["code"],
    message: ["message", "content"],
    requestId: ["request_id"],
    success: byCode(/^..2/u),
  },
  errors: [[/^\d+ ..5/u, ServerError]],
  query: flat,
  signingHeaders: ["x-client-id", "x-signature", "x-timestamp"],
  clockToleranceMs: 30000,
  sensitive: [
    "account_holder_name",
    "account_number",
    "address",
    "bank_code",
    "bank_name",
    "country",
    "custom_tag",
    "district",
    "email",
    "name",
    "phone",
    "phone_code",
    "phone_number",
    "province",
    "tax_id",
    "ward",
    "zip_code",
  ],
};

/** What `customers.create` sends, and how its answer is read. */
export const createCustomer: OperationDescriptor = {
  name: "customers.create",
  method: "POST",
  path: "/api/v1/customers",
  body: "application/json",
  bodyRequired: true,
  headers: ["x-client-id", "x-timestamp"],
};

/** What `customers.list` sends, and how its answer is read. */
export const listCustomers: ListDescriptor<Paging> = {
  name: "customers.list",
  method: "GET",
  path: "/api/v1/customers",
  headers: ["x-client-id", "x-timestamp"],
  page: { items: ["data"] },
};

/** What `customers.get` sends, and how its answer is read. */
export const getCustomer: OperationDescriptor = {
  name: "customers.get",
  method: "GET",
  path: "/api/v1/customers/{customer_id}",
  headers: ["x-client-id", "x-timestamp"],
};

/** What `customers.update` sends, and how its answer is read. */
export const updateCustomer: OperationDescriptor = {
  name: "customers.update",
  method: "PUT",
  path: "/api/v1/customers/{customer_id}",
  body: "application/json",
  bodyRequired: true,
  headers: ["x-client-id", "x-timestamp"],
};

/** What `customers.delete` sends, and how its answer is read. */
export const deleteCustomer: OperationDescriptor = {
  name: "customers.delete",
  method: "DELETE",
  path: "/api/v1/customers/{customer_id}",
  headers: ["x-client-id", "x-timestamp"],
};

/** Every operation. */
export const descriptors: readonly OperationDescriptor[] = [
  createCustomer,
  listCustomers,
  getCustomer,
  updateCustomer,
  deleteCustomer,
];

/** The methods of `customers`. */
export interface CustomersMethods {
  /**
   * Create a customer
   *
   * Creates a customer (Tao khach hang) and answers with it, its new `customer_id` included. No idempotency key is
   * documented: a create that is sent again may create a second customer.
   *
   * @param body - The customer to create.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: Any other status: an error. Which statuses there are, and that
   *   the body is then the same envelope, is inferred.
   */
  create(body: CustomerCreate, options?: CallOptions): Promise<Customer>;
  /**
   * List all customers
   *
   * Gives all customers (Lay danh sach tat ca khach hang) in one answer. No parameters are documented, and no order.
   *
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: Any other status: an error. Which statuses there are, and that
   *   the body is then the same envelope, is inferred.
   */
  list(options?: CallOptions): PageList<Customer>;
  /**
   * Get a customer
   *
   * Gives one customer (Lay mot khach hang). No answer is printed in the documentation. Which code an unknown id is
   * answered with is not documented.
   *
   * @param customerId - Id of the customer, a UUID.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: Any other status: an error. Which statuses there are, and that
   *   the body is then the same envelope, is inferred.
   */
  get(customerId: string, options?: CallOptions): Promise<Customer>;
  /**
   * Replace a customer
   *
   * Replaces the whole record (Cap nhat khach hang); it is not a partial update. Send `general_info` with its `type`
   * and everything that is to be kept: what is left out, such as `address` or `bank_accounts`, is cleared.
   *
   * @param customerId - Id of the customer, a UUID.
   * @param body - The customer as it is to be.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: Any other status: an error. Which statuses there are, and that
   *   the body is then the same envelope, is inferred.
   */
  update(customerId: string, body: CustomerUpdate, options?: CallOptions): Promise<Customer>;
  /**
   * Delete a customer
   *
   * Deletes one customer (Xoa khach hang). It can fail as long as the customer has unpaid invoices or active
   * contracts: settle those first. The code of that error, and of a second delete, is not documented.
   *
   * @param customerId - Id of the customer, a UUID.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: Any other status: an error. Which statuses there are, and that
   *   the body is then the same envelope, is inferred.
   */
  delete(customerId: string, options?: CallOptions): Promise<string>;
}

/** The client's methods. */
export interface FinanClient {
  readonly customers: CustomersMethods;
}

/**
 * @param exchange - The pipeline that the calls go through.
 * @returns The client's methods.
 */
export function methods(exchange: Exchange): FinanClient {
  return {
    customers: {
      create: (body, options) => call(exchange, createCustomer, { body }, options),
      list: (options) => list(exchange, listCustomers, whole, {}, options),
      get: (customerId, options) => call(exchange, getCustomer, { path: { customer_id: customerId } }, options),
      update: (customerId, body, options) =>
        call(exchange, updateCustomer, { path: { customer_id: customerId }, body }, options),
      delete: (customerId, options) => call(exchange, deleteCustomer, { path: { customer_id: customerId } }, options),
    },
  };
}
