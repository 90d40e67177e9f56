// Generated from specs/lumyri/openapi.yaml by `pnpm generate`. Do not edit.
export interface paths {
  "/users/customers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List customers
     * @description Gives one page of the customers, sorted by name unless told otherwise.
     */
    get: operations["listCustomers"];
    put?: never;
    /**
     * Create a customer
     * @description Creates a customer and answers with it. Only `email`, `first_name` and `last_name` are required.
     *
     *     Not to be repeated blindly: nothing in the request keeps a second one from creating a second customer.
     */
    post: operations["createCustomer"];
    /**
     * Delete customers
     * @description Deletes the customers whose ids are in the body; the path has no id. Whether unknown ids are an error is not
     *     documented. Some proxies and HTTP libraries drop the body of a `DELETE`; without it there is nothing to delete.
     */
    delete: operations["deleteCustomers"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/customers/{customerId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a customer
     * @description Gives one customer: bare, without the envelope of the other operations, with its labels in full under `lables`
     *     [sic].
     */
    get: operations["getCustomer"];
    /**
     * Update a customer
     * @description Replaces a customer and answers with it. That it replaces is inferred from the sample, which sends the whole
     *     customer; there is no parameter list. So send everything that is to be kept: what is left out may be lost. For
     *     `labels`, those are the ids of what get answers under `lables` (inferred).
     */
    put: operations["updateCustomer"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * @description What a customer is created from. `id`, `avatar`, `labels`, `company_id` and `app_id` are in the provider's
     *     sample but not in its parameter list, and no text explains them.
     */
    CustomerCreate: {
      /**
       * Format: email
       * @description E-mail address; must be valid.
       */
      email: string;
      /** @description First name. */
      first_name: string;
      /** @description Last name. */
      last_name: string;
      /** @description Phone number. Its form is not documented; the samples begin with a plus sign and a country code. */
      phone?: string;
      /** @description Ids of the labels to give to the customer. The samples have `labels` in its place. */
      label_ids?: string[];
      /** @description The customer's addresses. */
      address?: components["schemas"]["AddressInput"][];
      /** @description Ids of labels. Only in the sample; the parameter list has `label_ids`. */
      labels?: string[];
      /** @description Id of the customer. Only in the sample. */
      id?: string;
      /** @description Picture of the customer. It is an empty text wherever it occurs. */
      avatar?: string;
      /** @description Id of the company. Only in the sample. */
      company_id?: string;
      /** @description Id of the application. Only in the sample, where it equals `x-app-id`. */
      app_id?: string;
    };
    /**
     * @description The whole customer, as it is to be. There is no parameter list: the fields are those of the sample. That the
     *     three which a create requires are required here too is inferred.
     *     (Inferred; the provider doesn't say so.)
     */
    CustomerUpdate: {
      /**
       * Format: email
       * @description E-mail address; must be valid.
       */
      email: string;
      /** @description First name. */
      first_name: string;
      /** @description Last name. */
      last_name: string;
      /** @description Phone number. Its form is not documented; the samples begin with a plus sign and a country code. */
      phone?: string;
      /** @description The customer's addresses, all of them. */
      address?: components["schemas"]["AddressInput"][];
      /** @description Ids of the customer's labels; `null` in the sample. */
      labels?: string[] | null;
      /** @description Id of the customer. Only in the sample. */
      id?: string;
      /** @description Picture of the customer. It is an empty text wherever it occurs. */
      avatar?: string;
      /** @description Id of the company. Only in the sample. */
      company_id?: string;
      /** @description Id of the application. Only in the sample, where it equals `x-app-id`. */
      app_id?: string;
    };
    /** @description Which customers to delete. */
    CustomersDelete: {
      /**
       * @description Ids of the customers. That there has to be at least one is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      customer_ids: string[];
    };
    /** @description An address to store. */
    AddressInput: {
      /**
       * @description What kind of address it is, in the documented form.
       * @enum {string}
       */
      category?: "Home" | "Office" | "Other";
      /** @description Where it is. */
      location?: components["schemas"]["AddressLocation"];
    };
    /**
     * @description A customer, as create, list and update answer it. That only the required fields are always there is inferred:
     *     they are the ones that a create requires, and the ids.
     *     (Inferred; the provider doesn't say so.)
     */
    Customer: {
      /** @description Id of the customer, a UUID in every sample. */
      id: string;
      /** @description First name. */
      first_name: string;
      /** @description Last name. */
      last_name: string;
      /** @description Phone number. Its form is not documented; the samples begin with a plus sign and a country code. */
      phone?: string;
      /** @description E-mail address. */
      email: string;
      /** @description The customer's addresses. */
      address?: components["schemas"]["Address"][];
      /** @description Picture of the customer. It is an empty text wherever it occurs. */
      avatar?: string;
      /** @description Ids of the customer's labels; `null` in the answer to the update sample. */
      labels?: string[] | null;
      /**
       * @description Id of the company that the customer belongs to. That reading of the name is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      company_id: string;
      /** @description Id of the application, the same as `x-app-id` in the create sample. */
      app_id: string;
    };
    /**
     * @description A customer, as get answers it: with whole labels under `lables` [sic], without `labels` and `avatar`. That only
     *     the required fields are always there is inferred.
     *     (Inferred; the provider doesn't say so.)
     */
    CustomerDetail: {
      /** @description Id of the customer, a UUID in every sample. */
      id: string;
      /** @description First name. */
      first_name: string;
      /** @description Last name. */
      last_name: string;
      /** @description Phone number. Its form is not documented; the samples begin with a plus sign and a country code. */
      phone?: string;
      /** @description E-mail address. */
      email: string;
      /** @description The customer's addresses. */
      address?: components["schemas"]["Address"][];
      /**
       * @description Id of the company that the customer belongs to. That reading of the name is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      company_id: string;
      /** @description Id of the application, the same as `x-app-id` in the create sample. */
      app_id: string;
      /** @description The customer's labels in full. The name is spelt so on the wire. */
      lables?: components["schemas"]["Label"][];
    };
    /** @description An address of a customer. */
    Address: {
      /**
       * @description What kind of address it is. The create sample writes `home` and gets it back as it is; the other values are
       *     the documented ones.
       */
      category?: "Home" | "Office" | "Other" | "home" | (string & {});
      /** @description Where it is. */
      location?: components["schemas"]["AddressLocation"];
    };
    /** @description Where an address is. */
    AddressLocation: {
      /** @description The address as text. */
      name?: string;
      /**
       * @description The place on the map. That it is two numbers, latitude first and then longitude, in degrees, is inferred
       *     from the samples.
       *     (Inferred; the provider doesn't say so.)
       */
      geo?: number[];
    };
    /** @description A label that customers are sorted by. */
    Label: {
      /** @description Id of the label, a UUID in the sample. */
      id: string;
      /** @description Name of the label. */
      name: string;
      /** @description Colour of the label, such as `red`. No form is documented. */
      color: string;
    };
    /** @description One page of customers, and where it stands among the pages. */
    CustomerList: {
      /** @description How many customers there are on all pages. */
      total: number;
      /** @description How many customers a page has. In the sample it is 1, although a `limit` of 10 was asked for. */
      per_page: number;
      /** @description Number of this page. */
      current_page: number;
      /** @description Number of the last page. */
      last_page: number;
      /** @description The customers on this page. */
      data: components["schemas"]["Customer"][];
    };
    /** @description What a delete answers with. */
    CustomersDeleted: {
      /** @description `OK` in the sample. */
      message: string;
    };
    /** @description Success of a create or an update. */
    CustomerAnswer: {
      /** @description `null`: no error. */
      error: null;
      /** @description The customer. */
      data: components["schemas"]["Customer"];
    };
    /** @description Success of a list. */
    CustomerListAnswer: {
      /** @description `null`: no error. */
      error: null;
      /** @description The page. */
      data: components["schemas"]["CustomerList"];
    };
    /** @description Success of a delete. */
    CustomersDeletedAnswer: {
      /** @description `null`: no error. */
      error: null;
      /** @description That it is done. */
      data: components["schemas"]["CustomersDeleted"];
    };
    /**
     * @description An error. The documentation prints none: that it comes in the same envelope is inferred, and what stands in
     *     `error` and `data` is unknown.
     *     (Inferred; the provider doesn't say so.)
     */
    ErrorAnswer: {
      /** @description What went wrong, in a form that is not documented. Some 4xx errors have a code. */
      error: unknown;
      /** @description May be `null` or absent. Nothing is documented about it. */
      data?: unknown;
    };
  };
  responses: {
    /**
     * @description The customer that was created. Both 200 and 201 are documented as success; which of the two a create answers
     *     with is not.
     */
    CustomerCreated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["CustomerAnswer"];
      };
    };
    /** @description The request was unacceptable, often for want of a required parameter. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description No valid access token. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description The parameters were valid but the request failed. */
    RequestFailed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description The key has no permission for the request. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description The requested resource doesn't exist. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description The request conflicts with another one. */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description Too many requests. Back off exponentially. */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description Something went wrong on the provider's side. */
    InternalServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description Something went wrong on the provider's side. */
    BadGateway: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description Something went wrong on the provider's side. */
    ServiceUnavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
  };
  parameters: {
    /**
     * @description Id of the customer, a UUID in every sample.
     * @example 346dd239-cbe4-44fe-b9ee-be88fd2fa853
     */
    CustomerId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listCustomers: {
    parameters: {
      query?: {
        /**
         * @description How many customers a page has. That it is at least 1 is inferred; no maximum is documented.
         * @example 10
         */
        limit?: number;
        /**
         * @description Number of the page. That it is at least 1 is inferred.
         * @example 1
         */
        page?: number;
        /**
         * @description Text to search for. It stands only in the URL of the sample, where it is empty; which fields are searched is
         *     not documented.
         * @example
         */
        search?: string;
        /**
         * @description What to sort by. Which field of a customer either name means is not documented.
         * @example name
         */
        sort_by?: "name" | "description";
        /**
         * @description Direction of the sort. The documentation prints the values as "ASC/DECS" and the default as `asc`; that the
         *     other one is spelt `desc` is inferred.
         * @example asc
         */
        order_by?: "asc" | "desc";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of customers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerListAnswer"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  createCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The customer to create. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CustomerCreate"];
      };
    };
    responses: {
      200: components["responses"]["CustomerCreated"];
      201: components["responses"]["CustomerCreated"];
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  deleteCustomers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The ids of the customers to delete. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CustomersDelete"];
      };
    };
    responses: {
      /** @description The customers are deleted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomersDeletedAnswer"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  getCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the customer, a UUID in every sample.
         * @example 346dd239-cbe4-44fe-b9ee-be88fd2fa853
         */
        customerId: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer, bare. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerDetail"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  updateCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the customer, a UUID in every sample.
         * @example 346dd239-cbe4-44fe-b9ee-be88fd2fa853
         */
        customerId: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    /** @description The whole customer, as it is to be. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CustomerUpdate"];
      };
    };
    responses: {
      /** @description The customer as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerAnswer"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
}
