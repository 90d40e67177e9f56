// Generated from specs/lumyri/openapi.yaml by `pnpm generate`. Do not edit.
import {
  byAbsence,
  byNumber,
  type CallOptions,
  call,
  type Exchange,
  flat,
  type ListDescriptor,
  list,
  type NumberPaging,
  type OperationDescriptor,
  type PageList,
  type ProviderDescriptor,
} from "@customer-clients/core";
import type { components, operations } from "./schema.ts";

/**
 * What a customer is created from. `id`, `avatar`, `labels`, `company_id` and `app_id` are in the provider's
 * sample but not in its parameter list, and no text explains them.
 */
export type CustomerCreate = components["schemas"]["CustomerCreate"];
/**
 * The whole customer, as it is to be. There is no parameter list: the fields are those of the sample. That the
 * three which a create requires are required here too is inferred.
 */
export type CustomerUpdate = components["schemas"]["CustomerUpdate"];
/** Which customers to delete. */
export type CustomersDelete = components["schemas"]["CustomersDelete"];
/** An address to store. */
export type AddressInput = components["schemas"]["AddressInput"];
/**
 * A customer, as create, list and update answer it. That only the required fields are always there is inferred:
 * they are the ones that a create requires, and the ids.
 */
export type Customer = components["schemas"]["Customer"];
/**
 * A customer, as get answers it: with whole labels under `lables` [sic], without `labels` and `avatar`. That only
 * the required fields are always there is inferred.
 */
export type CustomerDetail = components["schemas"]["CustomerDetail"];
/** An address of a customer. */
export type Address = components["schemas"]["Address"];
/** Where an address is. */
export type AddressLocation = components["schemas"]["AddressLocation"];
/** A label that customers are sorted by. */
export type Label = components["schemas"]["Label"];
/** One page of customers, and where it stands among the pages. */
export type CustomerList = components["schemas"]["CustomerList"];
/** What a delete answers with. */
export type CustomersDeleted = components["schemas"]["CustomersDeleted"];
/** Success of a create or an update. */
export type CustomerAnswer = components["schemas"]["CustomerAnswer"];
/** Success of a list. */
export type CustomerListAnswer = components["schemas"]["CustomerListAnswer"];
/** Success of a delete. */
export type CustomersDeletedAnswer = components["schemas"]["CustomersDeletedAnswer"];
/**
 * An error. The documentation prints none: that it comes in the same envelope is inferred, and what stands in
 * `error` and `data` is unknown.
 */
export type ErrorAnswer = components["schemas"]["ErrorAnswer"];

/** The query of `customers.list`. */
export type ListCustomersQuery = NonNullable<operations["listCustomers"]["parameters"]["query"]>;

/** The names of the provider's hosts. */
export type Environment = "staging";

/** What the operations share. */
export const provider: ProviderDescriptor = {
  name: "Lumyri",
  environments: { staging: "https://api-v1-stg.lumyri.com" },
  envelope: { value: ["data"], success: byAbsence(["error"]) },
  errors: [],
  query: flat,
  signingHeaders: ["authorization", "x-app-id"],
  sensitive: ["address", "avatar", "email", "first_name", "geo", "last_name", "location", "name", "phone", "search"],
};

/** What `customers.create` sends, and how its answer is read. */
export const createCustomer: OperationDescriptor = {
  name: "customers.create",
  method: "POST",
  path: "/users/customers",
  body: "application/json",
  bodyRequired: true,
  headers: ["x-app-id"],
};

/** What `customers.list` sends, and how its answer is read. */
export const listCustomers: ListDescriptor<NumberPaging> = {
  name: "customers.list",
  method: "GET",
  path: "/users/customers",
  headers: ["x-app-id"],
  page: {
    parameter: "page",
    items: ["data", "data"],
    total: ["data", "total"],
    current: ["data", "current_page"],
    last: ["data", "last_page"],
  },
};

/** What `customers.delete` sends, and how its answer is read. */
export const deleteCustomers: OperationDescriptor = {
  name: "customers.delete",
  method: "DELETE",
  path: "/users/customers",
  body: "application/json",
  bodyRequired: true,
};

/** What `customers.get` sends, and how its answer is read. */
export const getCustomer: OperationDescriptor = {
  name: "customers.get",
  method: "GET",
  path: "/users/customers/{customerId}",
  headers: ["x-app-id"],
  value: [],
};

/** What `customers.update` sends, and how its answer is read. */
export const updateCustomer: OperationDescriptor = {
  name: "customers.update",
  method: "PUT",
  path: "/users/customers/{customerId}",
  body: "application/json",
  bodyRequired: true,
};

/** Every operation. */
export const descriptors: readonly OperationDescriptor[] = [
  createCustomer,
  listCustomers,
  deleteCustomers,
  getCustomer,
  updateCustomer,
];

/** The methods of `customers`. */
export interface CustomersMethods {
  /**
   * Create a customer
   *
   * Creates a customer and answers with it. Only `email`, `first_name` and `last_name` are required.
   *
   * Not to be repeated blindly: nothing in the request keeps a second one from creating a second customer.
   *
   * @param body - The customer to create.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error:
   *   `400`: The request was unacceptable, often for want of a required parameter.
   *   `401`: No valid access token.
   *   `402`: The parameters were valid but the request failed.
   *   `403`: The key has no permission for the request.
   *   `404`: The requested resource doesn't exist.
   *   `409`: The request conflicts with another one.
   *   `429`: Too many requests. Back off exponentially.
   *   `500`: Something went wrong on the provider's side.
   *   `502`: Something went wrong on the provider's side.
   *   `503`: Something went wrong on the provider's side.
   */
  create(body: CustomerCreate, options?: CallOptions): Promise<Customer>;
  /**
   * List customers
   *
   * Gives one page of the customers, sorted by name unless told otherwise.
   *
   * @param query - What is asked for.
   *   `limit`: How many customers a page has. That it is at least 1 is inferred; no maximum is documented.
   *   `page`: Number of the page. That it is at least 1 is inferred.
   *   `search`: Text to search for. It stands only in the URL of the sample, where it is empty; which fields are
   *   searched is not documented.
   *   `sort_by`: What to sort by. Which field of a customer either name means is not documented.
   *   `order_by`: Direction of the sort. The documentation prints the values as "ASC/DECS" and the default as
   *   `asc`; that the other one is spelt `desc` is inferred.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error:
   *   `400`: The request was unacceptable, often for want of a required parameter.
   *   `401`: No valid access token.
   *   `402`: The parameters were valid but the request failed.
   *   `403`: The key has no permission for the request.
   *   `404`: The requested resource doesn't exist.
   *   `409`: The request conflicts with another one.
   *   `429`: Too many requests. Back off exponentially.
   *   `500`: Something went wrong on the provider's side.
   *   `502`: Something went wrong on the provider's side.
   *   `503`: Something went wrong on the provider's side.
   */
  list(query?: ListCustomersQuery, options?: CallOptions): PageList<Customer>;
  /**
   * Delete customers
   *
   * Deletes the customers whose ids are in the body; the path has no id. Whether unknown ids are an error is not
   * documented. Some proxies and HTTP libraries drop the body of a `DELETE`; without it there is nothing to delete.
   *
   * @param body - The ids of the customers to delete.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error:
   *   `400`: The request was unacceptable, often for want of a required parameter.
   *   `401`: No valid access token.
   *   `402`: The parameters were valid but the request failed.
   *   `403`: The key has no permission for the request.
   *   `404`: The requested resource doesn't exist.
   *   `409`: The request conflicts with another one.
   *   `429`: Too many requests. Back off exponentially.
   *   `500`: Something went wrong on the provider's side.
   *   `502`: Something went wrong on the provider's side.
   *   `503`: Something went wrong on the provider's side.
   */
  delete(body: CustomersDelete, options?: CallOptions): Promise<CustomersDeleted>;
  /**
   * Get a customer
   *
   * Gives one customer: bare, without the envelope of the other operations, with its labels in full under `lables`
   * [sic].
   *
   * @param customerId - Id of the customer, a UUID in every sample.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error:
   *   `400`: The request was unacceptable, often for want of a required parameter.
   *   `401`: No valid access token.
   *   `402`: The parameters were valid but the request failed.
   *   `403`: The key has no permission for the request.
   *   `404`: The requested resource doesn't exist.
   *   `409`: The request conflicts with another one.
   *   `429`: Too many requests. Back off exponentially.
   *   `500`: Something went wrong on the provider's side.
   *   `502`: Something went wrong on the provider's side.
   *   `503`: Something went wrong on the provider's side.
   */
  get(customerId: string, options?: CallOptions): Promise<CustomerDetail>;
  /**
   * Update a customer
   *
   * Replaces a customer and answers with it. That it replaces is inferred from the sample, which sends the whole
   * customer; there is no parameter list. So send everything that is to be kept: what is left out may be lost. For
   * `labels`, those are the ids of what get answers under `lables` (inferred).
   *
   * @param customerId - Id of the customer, a UUID in every sample.
   * @param body - The whole customer, as it is to be.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error:
   *   `400`: The request was unacceptable, often for want of a required parameter.
   *   `401`: No valid access token.
   *   `402`: The parameters were valid but the request failed.
   *   `403`: The key has no permission for the request.
   *   `404`: The requested resource doesn't exist.
   *   `409`: The request conflicts with another one.
   *   `429`: Too many requests. Back off exponentially.
   *   `500`: Something went wrong on the provider's side.
   *   `502`: Something went wrong on the provider's side.
   *   `503`: Something went wrong on the provider's side.
   */
  update(customerId: string, body: CustomerUpdate, options?: CallOptions): Promise<Customer>;
}

/** The client's methods. */
export interface LumyriClient {
  readonly customers: CustomersMethods;
}

/**
 * @param exchange - The pipeline that the calls go through.
 * @returns The client's methods.
 */
export function methods(exchange: Exchange): LumyriClient {
  return {
    customers: {
      create: (body, options) => call(exchange, createCustomer, { body }, options),
      list: (query, options) => list(exchange, listCustomers, byNumber, { query }, options),
      delete: (body, options) => call(exchange, deleteCustomers, { body }, options),
      get: (customerId, options) => call(exchange, getCustomer, { path: { customerId } }, options),
      update: (customerId, body, options) => call(exchange, updateCustomer, { path: { customerId }, body }, options),
    },
  };
}
