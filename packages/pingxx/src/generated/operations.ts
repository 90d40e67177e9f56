// Generated from specs/pingxx/openapi.yaml by `pnpm generate`. Do not edit.
import {
  byAbsence,
  byCursor,
  type CallOptions,
  type CursorPaging,
  call,
  type Exchange,
  type ListDescriptor,
  list,
  nested,
  type OperationDescriptor,
  type PageList,
  type ProviderDescriptor,
  RateLimitError,
} from "@customer-clients/core";
import type { components, operations } from "./schema.ts";

/** What a customer is created from. */
export type CustomerCreate = components["schemas"]["CustomerCreate"];
/** What to change about a customer. Every field is optional. */
export type CustomerUpdate = components["schemas"]["CustomerUpdate"];
/** The card to bind to a customer. */
export type SourceCreate = components["schemas"]["SourceCreate"];
/** A code sent to the cardholder by text message, and the object that stands for the sending. */
export type SmsCode = components["schemas"]["SmsCode"];
/**
 * Pairs of your own, at most 10 of them and 1,000 characters in all. That a value may be anything that JSON can
 * write comes from an SDK; the samples have texts.
 */
export type Metadata = components["schemas"]["Metadata"];
/** A range of times, in Unix seconds. Its limits can be combined. */
export type CreatedRange = components["schemas"]["CreatedRange"];
/** A customer (顾客). */
export type Customer = components["schemas"]["Customer"];
/**
 * An app, as an expanded field holds it. Its fields are not documented here; these come from an SDK, and there are
 * more.
 */
export type App = components["schemas"]["App"];
/** A card that is bound to a customer. */
export type Card = components["schemas"]["Card"];
/** One page of customers, the newest first. */
export type CustomerList = components["schemas"]["CustomerList"];
/** One page of cards. */
export type CardList = components["schemas"]["CardList"];
/** What a delete answers with. */
export type Deleted = components["schemas"]["Deleted"];
/** An error. */
export type ErrorAnswer = components["schemas"]["ErrorAnswer"];
/** What went wrong. */
export type ErrorDetail = components["schemas"]["ErrorDetail"];

/** The query of `customers.list`. */
export type ListCustomersQuery = NonNullable<operations["listCustomers"]["parameters"]["query"]>;
/** The query of `customers.get`. */
export type GetCustomerQuery = NonNullable<operations["getCustomer"]["parameters"]["query"]>;
/** The query of `customers.sources.list`. */
export type ListCustomerSourcesQuery = NonNullable<operations["listCustomerSources"]["parameters"]["query"]>;

/** The names of the provider's hosts. */
export type Environment = "live";

/** What the operations share. */
export const provider: ProviderDescriptor = {
  name: "Pingxx",
  environments: { live: "https://api.pingxx.com" },
  envelope: { value: [], code: ["error", "code"], message: ["error", "message"], success: byAbsence(["error"]) },
  errors: [[/^403 /, RateLimitError]],
  query: nested,
  signingHeaders: ["authorization", "pingplusplus-request-timestamp", "pingplusplus-signature"],
  sensitive: ["bank", "description", "email", "last4", "metadata", "name", "sms_code", "source"],
};

/** What `customers.create` sends, and how its answer is read. */
export const createCustomer: OperationDescriptor = {
  name: "customers.create",
  method: "POST",
  path: "/v1/customers",
  body: "application/json",
  bodyRequired: true,
  headers: ["pingplusplus-request-timestamp"],
};

/** What `customers.list` sends, and how its answer is read. */
export const listCustomers: ListDescriptor<CursorPaging> = {
  name: "customers.list",
  method: "GET",
  path: "/v1/customers",
  headers: ["pingplusplus-request-timestamp"],
  page: { parameter: "starting_after", before: "ending_before", items: ["data"], more: ["has_more"], cursor: ["id"] },
};

/** What `customers.get` sends, and how its answer is read. */
export const getCustomer: OperationDescriptor = {
  name: "customers.get",
  method: "GET",
  path: "/v1/customers/{customerId}",
  headers: ["pingplusplus-request-timestamp"],
};

/** What `customers.update` sends, and how its answer is read. */
export const updateCustomer: OperationDescriptor = {
  name: "customers.update",
  method: "PUT",
  path: "/v1/customers/{customerId}",
  body: "application/json",
  bodyRequired: true,
  headers: ["pingplusplus-request-timestamp"],
};

/** What `customers.delete` sends, and how its answer is read. */
export const deleteCustomer: OperationDescriptor = {
  name: "customers.delete",
  method: "DELETE",
  path: "/v1/customers/{customerId}",
  headers: ["pingplusplus-request-timestamp"],
};

/** What `customers.sources.create` sends, and how its answer is read. */
export const createCustomerSource: OperationDescriptor = {
  name: "customers.sources.create",
  method: "POST",
  path: "/v1/customers/{customerId}/sources",
  body: "application/json",
  bodyRequired: true,
  headers: ["pingplusplus-request-timestamp"],
};

/** What `customers.sources.list` sends, and how its answer is read. */
export const listCustomerSources: ListDescriptor<CursorPaging> = {
  name: "customers.sources.list",
  method: "GET",
  path: "/v1/customers/{customerId}/sources",
  headers: ["pingplusplus-request-timestamp"],
  page: { parameter: "starting_after", before: "ending_before", items: ["data"], more: ["has_more"], cursor: ["id"] },
};

/** What `customers.sources.get` sends, and how its answer is read. */
export const getCustomerSource: OperationDescriptor = {
  name: "customers.sources.get",
  method: "GET",
  path: "/v1/customers/{customerId}/sources/{cardId}",
  headers: ["pingplusplus-request-timestamp"],
};

/** What `customers.sources.delete` sends, and how its answer is read. */
export const deleteCustomerSource: OperationDescriptor = {
  name: "customers.sources.delete",
  method: "DELETE",
  path: "/v1/customers/{customerId}/sources/{cardId}",
  headers: ["pingplusplus-request-timestamp"],
};

/** Every operation. */
export const descriptors: readonly OperationDescriptor[] = [
  createCustomer,
  listCustomers,
  getCustomer,
  updateCustomer,
  deleteCustomer,
  createCustomerSource,
  listCustomerSources,
  getCustomerSource,
  deleteCustomerSource,
];

/** The methods of `customers.sources`. */
export interface CustomersSourcesMethods {
  /**
   * Bind a card to a customer
   *
   * Binds a further card to a customer and answers with the card.
   *
   * Not to be repeated blindly: nothing in the request keeps a second one from binding a second card.
   *
   * @param customerId - Id of the customer (Customer 对象的 id).
   * @param body - The card to bind.
   * @param options - Options of this call. `headers` may have `Pingplusplus-Version`, `Accept-Language`.
   * @throws ApiError when the provider reports an error:
   *   `400`: Wrong parameters.
   *   `401`: Wrong key.
   *   `402`: The request is right, but business reasons refuse it.
   *   `403`: Too many requests. Ping++ says so with 403.
   *   `404`: Not found.
   *   `429`: Too many requests. Not documented, but taken as the rate limit too. (Inferred; the provider doesn't
   *   say so.)
   *   `5XX`: Something went wrong on the provider's side.
   */
  create(customerId: string, body: SourceCreate, options?: CallOptions): Promise<Card>;
  /**
   * List a customer's cards
   *
   * Gives one page of the cards that are bound to a customer. The parameters are those that the documentation gives
   * to every list.
   *
   * @param customerId - Id of the customer (Customer 对象的 id).
   * @param query - What is asked for.
   *   `limit`: How many objects a page has at most (限制每页可以返回多少对象).
   *   `starting_after`: A cursor, the id of the last object of the page before. Gives the objects after it.
   *   `ending_before`: A cursor, the id of the first object of the page after. Gives the objects before it.
   *   `created`: When the object was created (对象的创建时间), in Unix seconds: one time, or a range. On the wire a time
   *   is `created=1444390718` and a range `created[gte]=1441000000&created[lt]=1444390718`. OpenAPI's style
   *   `deepObject` defines the second form only; the first is meant as in style `form`.
   * @param options - Options of this call. `headers` may have `Pingplusplus-Version`, `Accept-Language`.
   * @throws ApiError when the provider reports an error:
   *   `400`: Wrong parameters.
   *   `401`: Wrong key.
   *   `402`: The request is right, but business reasons refuse it.
   *   `403`: Too many requests. Ping++ says so with 403.
   *   `404`: Not found.
   *   `429`: Too many requests. Not documented, but taken as the rate limit too. (Inferred; the provider doesn't
   *   say so.)
   *   `5XX`: Something went wrong on the provider's side.
   */
  list(customerId: string, query?: ListCustomerSourcesQuery, options?: CallOptions): PageList<Card>;
  /**
   * Get a card of a customer
   *
   * Gives one of the cards that are bound to a customer.
   *
   * @param customerId - Id of the customer (Customer 对象的 id).
   * @param cardId - Id of the card.
   * @param options - Options of this call. `headers` may have `Pingplusplus-Version`, `Accept-Language`.
   * @throws ApiError when the provider reports an error:
   *   `400`: Wrong parameters.
   *   `401`: Wrong key.
   *   `402`: The request is right, but business reasons refuse it.
   *   `403`: Too many requests. Ping++ says so with 403.
   *   `404`: Not found.
   *   `429`: Too many requests. Not documented, but taken as the rate limit too. (Inferred; the provider doesn't
   *   say so.)
   *   `5XX`: Something went wrong on the provider's side.
   */
  get(customerId: string, cardId: string, options?: CallOptions): Promise<Card>;
  /**
   * Unbind a card from a customer
   *
   * Deletes a card of a customer. When it was the customer's `default_source`, the newest card that remains becomes
   * the default, or `null` when none remains.
   *
   * @param customerId - Id of the customer (Customer 对象的 id).
   * @param cardId - Id of the card.
   * @param options - Options of this call. `headers` may have `Pingplusplus-Version`, `Accept-Language`.
   * @throws ApiError when the provider reports an error:
   *   `400`: Wrong parameters.
   *   `401`: Wrong key.
   *   `402`: The request is right, but business reasons refuse it.
   *   `403`: Too many requests. Ping++ says so with 403.
   *   `404`: Not found.
   *   `429`: Too many requests. Not documented, but taken as the rate limit too. (Inferred; the provider doesn't
   *   say so.)
   *   `5XX`: Something went wrong on the provider's side.
   */
  delete(customerId: string, cardId: string, options?: CallOptions): Promise<Deleted>;
}

/** The methods of `customers`. */
export interface CustomersMethods {
  /**
   * Create a customer
   *
   * Creates a customer (创建 Customer 对象) together with a card, which becomes its `default_source`, and answers with
   * it. Foreign cards can't be used.
   *
   * Not to be repeated blindly: nothing in the request keeps a second one from creating a second customer.
   *
   * @param body - The customer to create, and the card to bind to it.
   * @param options - Options of this call. `headers` may have `Pingplusplus-Version`, `Accept-Language`.
   * @throws ApiError when the provider reports an error:
   *   `400`: Wrong parameters.
   *   `401`: Wrong key.
   *   `402`: The request is right, but business reasons refuse it.
   *   `403`: Too many requests. Ping++ says so with 403.
   *   `404`: Not found.
   *   `429`: Too many requests. Not documented, but taken as the rate limit too. (Inferred; the provider doesn't
   *   say so.)
   *   `5XX`: Something went wrong on the provider's side.
   */
  create(body: CustomerCreate, options?: CallOptions): Promise<Customer>;
  /**
   * List customers
   *
   * Gives one page of the customers (查询 Customer 对象列表), the newest first.
   *
   * @param query - What is asked for.
   *   `limit`: How many objects a page has at most (限制每页可以返回多少对象).
   *   `starting_after`: A cursor, the id of the last object of the page before. Gives the objects after it.
   *   `ending_before`: A cursor, the id of the first object of the page after. Gives the objects before it.
   *   `created`: When the object was created (对象的创建时间), in Unix seconds: one time, or a range. On the wire a time
   *   is `created=1444390718` and a range `created[gte]=1441000000&created[lt]=1444390718`. OpenAPI's style
   *   `deepObject` defines the second form only; the first is meant as in style `form`.
   *   `expand[]`: Expandable fields to answer with the whole object instead of its id. On the wire
   *   `expand[]=app&expand[]=default_source`. That a list takes the same names is inferred.
   * @param options - Options of this call. `headers` may have `Pingplusplus-Version`, `Accept-Language`.
   * @throws ApiError when the provider reports an error:
   *   `400`: Wrong parameters.
   *   `401`: Wrong key.
   *   `402`: The request is right, but business reasons refuse it.
   *   `403`: Too many requests. Ping++ says so with 403.
   *   `404`: Not found.
   *   `429`: Too many requests. Not documented, but taken as the rate limit too. (Inferred; the provider doesn't
   *   say so.)
   *   `5XX`: Something went wrong on the provider's side.
   */
  list(query?: ListCustomersQuery, options?: CallOptions): PageList<Customer>;
  /**
   * Get a customer
   *
   * Gives one customer (查询 Customer 对象).
   *
   * @param customerId - Id of the customer (Customer 对象的 id).
   * @param query - What is asked for.
   *   `expand[]`: Expandable fields to answer with the whole object instead of its id. On the wire
   *   `expand[]=app&expand[]=default_source`. That a list takes the same names is inferred.
   * @param options - Options of this call. `headers` may have `Pingplusplus-Version`, `Accept-Language`.
   * @throws ApiError when the provider reports an error:
   *   `400`: Wrong parameters.
   *   `401`: Wrong key.
   *   `402`: The request is right, but business reasons refuse it.
   *   `403`: Too many requests. Ping++ says so with 403.
   *   `404`: Not found.
   *   `429`: Too many requests. Not documented, but taken as the rate limit too. (Inferred; the provider doesn't
   *   say so.)
   *   `5XX`: Something went wrong on the provider's side.
   */
  get(customerId: string, query?: GetCustomerQuery, options?: CallOptions): Promise<Customer>;
  /**
   * Update a customer
   *
   * Changes the given fields of a customer (更新 Customer 对象) and answers with it. Whether `metadata` is merged with
   * what is stored or replaces it is not documented.
   *
   * @param customerId - Id of the customer (Customer 对象的 id).
   * @param body - What to change.
   * @param options - Options of this call. `headers` may have `Pingplusplus-Version`, `Accept-Language`.
   * @throws ApiError when the provider reports an error:
   *   `400`: Wrong parameters.
   *   `401`: Wrong key.
   *   `402`: The request is right, but business reasons refuse it.
   *   `403`: Too many requests. Ping++ says so with 403.
   *   `404`: Not found.
   *   `429`: Too many requests. Not documented, but taken as the rate limit too. (Inferred; the provider doesn't
   *   say so.)
   *   `5XX`: Something went wrong on the provider's side.
   */
  update(customerId: string, body: CustomerUpdate, options?: CallOptions): Promise<Customer>;
  /**
   * Delete a customer
   *
   * Deletes a customer (删除 Customer 对象): it can't be reached any more. Its cards are not deleted, but can't be
   * reached either. What a second delete of the same customer answers is not documented.
   *
   * @param customerId - Id of the customer (Customer 对象的 id).
   * @param options - Options of this call. `headers` may have `Pingplusplus-Version`, `Accept-Language`.
   * @throws ApiError when the provider reports an error:
   *   `400`: Wrong parameters.
   *   `401`: Wrong key.
   *   `402`: The request is right, but business reasons refuse it.
   *   `403`: Too many requests. Ping++ says so with 403.
   *   `404`: Not found.
   *   `429`: Too many requests. Not documented, but taken as the rate limit too. (Inferred; the provider doesn't
   *   say so.)
   *   `5XX`: Something went wrong on the provider's side.
   */
  delete(customerId: string, options?: CallOptions): Promise<Deleted>;
  readonly sources: CustomersSourcesMethods;
}

/** The client's methods. */
export interface PingxxClient {
  readonly customers: CustomersMethods;
}

/**
 * @param exchange - The pipeline that the calls go through.
 * @returns The client's methods.
 */
export function methods(exchange: Exchange): PingxxClient {
  return {
    customers: {
      create: (body, options) => call(exchange, createCustomer, { body }, options),
      list: (query, options) => list(exchange, listCustomers, byCursor, { query }, options),
      get: (customerId, query, options) => call(exchange, getCustomer, { path: { customerId }, query }, options),
      update: (customerId, body, options) => call(exchange, updateCustomer, { path: { customerId }, body }, options),
      delete: (customerId, options) => call(exchange, deleteCustomer, { path: { customerId } }, options),
      sources: {
        create: (customerId, body, options) =>
          call(exchange, createCustomerSource, { path: { customerId }, body }, options),
        list: (customerId, query, options) =>
          list(exchange, listCustomerSources, byCursor, { path: { customerId }, query }, options),
        get: (customerId, cardId, options) =>
          call(exchange, getCustomerSource, { path: { customerId, cardId } }, options),
        delete: (customerId, cardId, options) =>
          call(exchange, deleteCustomerSource, { path: { customerId, cardId } }, options),
      },
    },
  };
}
