// Generated from specs/pingxx/openapi.yaml by `pnpm generate`. Do not edit.
export interface paths {
  "/v1/customers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List customers
     * @description Gives one page of the customers (查询 Customer 对象列表), the newest first.
     */
    get: operations["listCustomers"];
    put?: never;
    /**
     * Create a customer
     * @description Creates a customer (创建 Customer 对象) together with a card, which becomes its `default_source`, and answers with
     *     it. Foreign cards can't be used.
     *
     *     Not to be repeated blindly: nothing in the request keeps a second one from creating a second customer.
     */
    post: operations["createCustomer"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/customers/{customerId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a customer
     * @description Gives one customer (查询 Customer 对象).
     */
    get: operations["getCustomer"];
    /**
     * Update a customer
     * @description Changes the given fields of a customer (更新 Customer 对象) and answers with it. Whether `metadata` is merged with
     *     what is stored or replaces it is not documented.
     */
    put: operations["updateCustomer"];
    post?: never;
    /**
     * Delete a customer
     * @description Deletes a customer (删除 Customer 对象): it can't be reached any more. Its cards are not deleted, but can't be
     *     reached either. What a second delete of the same customer answers is not documented.
     */
    delete: operations["deleteCustomer"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/customers/{customerId}/sources": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List a customer's cards
     * @description Gives one page of the cards that are bound to a customer. The parameters are those that the documentation gives
     *     to every list.
     */
    get: operations["listCustomerSources"];
    put?: never;
    /**
     * Bind a card to a customer
     * @description Binds a further card to a customer and answers with the card.
     *
     *     Not to be repeated blindly: nothing in the request keeps a second one from binding a second card.
     */
    post: operations["createCustomerSource"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/customers/{customerId}/sources/{cardId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a card of a customer
     * @description Gives one of the cards that are bound to a customer.
     */
    get: operations["getCustomerSource"];
    put?: never;
    post?: never;
    /**
     * Unbind a card from a customer
     * @description Deletes a card of a customer. When it was the customer's `default_source`, the newest card that remains becomes
     *     the default, or `null` when none remains.
     */
    delete: operations["deleteCustomerSource"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description What a customer is created from. */
    CustomerCreate: {
      /** @description Id of the app (App 对象 id). */
      app: string;
      /** @description Id of the token (Token 对象 id) that stands for the card. Not of a foreign card. */
      source: string;
      /** @description The code that the cardholder got by text message. */
      sms_code: components["schemas"]["SmsCode"];
      /** @description Free text about the customer (描述信息). */
      description?: string;
      /**
       * Format: email
       * @description E-mail address of the customer (顾客的 email).
       */
      email?: string;
      /** @description Data of your own to keep with the customer. At most 10 pairs, and 1,000 characters in all. */
      metadata?: components["schemas"]["Metadata"];
    };
    /** @description What to change about a customer. Every field is optional. */
    CustomerUpdate: {
      /** @description Free text about the customer (描述信息). */
      description?: string;
      /**
       * Format: email
       * @description E-mail address of the customer (顾客的 email).
       */
      email?: string;
      /** @description Data of your own to keep with the customer. At most 10 pairs, and 1,000 characters in all. */
      metadata?: components["schemas"]["Metadata"];
      /**
       * @description Id of the card that is to be the default (默认资源对象的 id). Only a card that is bound already; it can't be set
       *     to `null`.
       */
      default_source?: string;
      /**
       * @description Id of the app (App 对象 id). Doubtful: it isn't in the parameter list, but the update sample sends it. What it
       *     does is not documented; that it is optional is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      app?: string;
    };
    /** @description The card to bind to a customer. */
    SourceCreate: {
      /** @description Id of the token (Token 对象 id) that stands for the card. Not of a foreign card. */
      source: string;
      /** @description The code that the cardholder got by text message. */
      sms_code: components["schemas"]["SmsCode"];
    };
    /** @description A code sent to the cardholder by text message, and the object that stands for the sending. */
    SmsCode: {
      /** @description Id of the SMS code (SMS Code 对象 id). */
      id: string;
      /** @description The code in the text message (短信验证码). */
      code: string;
    };
    /**
     * @description Pairs of your own, at most 10 of them and 1,000 characters in all. That a value may be anything that JSON can
     *     write comes from an SDK; the samples have texts.
     *     (From the provider's SDK; its documentation doesn't say so.)
     */
    Metadata: {
      [key: string]: unknown;
    };
    /** @description A range of times, in Unix seconds. Its limits can be combined. */
    CreatedRange: {
      /** @description After this time. */
      gt?: number;
      /** @description At this time or after it. */
      gte?: number;
      /** @description Before this time. */
      lt?: number;
      /** @description At this time or before it. */
      lte?: number;
    };
    /** @description A customer (顾客). */
    Customer: {
      /** @description Id of the customer (Customer 对象 id). */
      id: string;
      /**
       * @description What kind of object this is.
       * @constant
       */
      object: "customer";
      /** @description When the customer was created (创建的时间), in Unix seconds. */
      created: number;
      /** @description Whether it is live (支付是否处于 live 模式) rather than a test. */
      livemode: boolean;
      /** @description The app, by its id (App 对象的 id); the app itself when `app` is expanded. */
      app: string | components["schemas"]["App"];
      /** @description Name of the cardholder (持卡人姓名). */
      name: string;
      /**
       * Format: email
       * @description E-mail address (地址).
       */
      email: string | null;
      /** @description Currency, a code of three letters (三位货币代码). */
      currency: string | null;
      /** @description Free text about the customer (描述信息). */
      description: string | null;
      /** @description Data of your own, kept with the customer. */
      metadata: components["schemas"]["Metadata"] | null;
      /** @description The cards that are bound to the customer (资源列表). */
      sources: components["schemas"]["CardList"];
      /**
       * @description The card that is used unless another is named, by its id (默认资源对象的 id); the card itself when
       *     `default_source` is expanded; `null` when there is none.
       */
      default_source: string | components["schemas"]["Card"] | null;
    };
    /**
     * @description An app, as an expanded field holds it. Its fields are not documented here; these come from an SDK, and there are
     *     more.
     *     (From the provider's SDK; its documentation doesn't say so.)
     */
    App: {
      /** @description Id of the app. */
      id: string;
      /** @description What kind of object this is. */
      object?: string;
      /** @description When the app was created, in Unix seconds. */
      created?: number;
    };
    /** @description A card that is bound to a customer. */
    Card: {
      /** @description Id of the card. */
      id: string;
      /**
       * @description What kind of object this is.
       * @constant
       */
      object: "card";
      /** @description When the card was bound, in Unix seconds. */
      created: number;
      /** @description Last four digits of the card's number. */
      last4: string;
      /** @description Whether it is a credit or a debit card. */
      funding: "credit" | "debit" | "unknown" | (string & {});
      /** @description Brand of the card. */
      brand: "UnionPay" | "Visa" | "MasterCard" | "JCB" | (string & {});
      /** @description Code of the bank that issued the card, such as `boc`. */
      bank?: string | null;
      /** @description Id of the customer. */
      customer: string;
    };
    /** @description One page of customers, the newest first. */
    CustomerList: {
      /**
       * @description What kind of object this is.
       * @constant
       */
      object: "list";
      /** @description Path of the list. */
      url: string;
      /** @description Whether there are more after this page. */
      has_more: boolean;
      /** @description The customers on this page. */
      data: components["schemas"]["Customer"][];
    };
    /** @description One page of cards. */
    CardList: {
      /**
       * @description What kind of object this is.
       * @constant
       */
      object: "list";
      /** @description Path of the list. */
      url: string;
      /** @description Whether there are more after this page. */
      has_more: boolean;
      /** @description The cards on this page. */
      data: components["schemas"]["Card"][];
    };
    /** @description What a delete answers with. */
    Deleted: {
      /** @description `true`: it is deleted. */
      deleted: boolean;
      /** @description Id of the object that was deleted. */
      id: string;
    };
    /** @description An error. */
    ErrorAnswer: {
      /** @description What went wrong. */
      error: components["schemas"]["ErrorDetail"];
    };
    /** @description What went wrong. */
    ErrorDetail: {
      /**
       * @description What kind of error it is: the request's (`invalid_request_error`), Ping++'s (`api_error`), the payment
       *     channel's (`channel_error`) or the card's (`card_error`). That reading of the names is inferred.
       */
      type: "invalid_request_error" | "api_error" | "channel_error" | "card_error" | (string & {});
      /** @description Text for people, in the language that `Accept-Language` picks. */
      message: string;
      /** @description Code of the error. No list of codes is documented here. */
      code?: string;
      /** @description The parameter that is in error. */
      param?: string;
    };
  };
  responses: {
    /** @description Wrong parameters. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description Wrong key. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description The request is right, but business reasons refuse it. */
    RequestFailed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description Too many requests. Ping++ says so with 403. */
    RateLimited: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description Not found. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /**
     * @description Too many requests. Not documented, but taken as the rate limit too.
     *     (Inferred; the provider doesn't say so.)
     */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorAnswer"];
      };
    };
    /** @description Something went wrong on the provider's side. */
    ServerError: {
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
     * @description Id of the customer (Customer 对象的 id).
     * @example cus_yvn1m5SCG4eLCy
     */
    CustomerId: string;
    /**
     * @description Id of the card.
     * @example card_ubDu1GTmznz1P4OKCKqH8qzP
     */
    CardId: string;
    /**
     * @description How many objects a page has at most (限制每页可以返回多少对象).
     * @example 3
     */
    Limit: number;
    /**
     * @description A cursor, the id of the last object of the page before. Gives the objects after it.
     * @example cus_eHi1mD1iPS08Li
     */
    StartingAfter: string;
    /**
     * @description A cursor, the id of the first object of the page after. Gives the objects before it.
     * @example cus_eHi1mD1iPS08Li
     */
    EndingBefore: string;
    /**
     * @description When the object was created (对象的创建时间), in Unix seconds: one time, or a range. On the wire a time is
     *     `created=1444390718` and a range `created[gte]=1441000000&created[lt]=1444390718`. OpenAPI's style `deepObject`
     *     defines the second form only; the first is meant as in style `form`.
     */
    Created: number | components["schemas"]["CreatedRange"];
    /**
     * @description Expandable fields to answer with the whole object instead of its id. On the wire
     *     `expand[]=app&expand[]=default_source`. That a list takes the same names is inferred.
     * @example [
     *       "app"
     *     ]
     */
    Expand: ("app" | "default_source")[];
    /** @description Version of the API, given by its date. How the date is written is not documented here. */
    Version: string;
    /**
     * @description Language of error messages.
     * @example en-US
     */
    AcceptLanguage: "zh-CN" | "en-US";
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
         * @description How many objects a page has at most (限制每页可以返回多少对象).
         * @example 3
         */
        limit?: components["parameters"]["Limit"];
        /**
         * @description A cursor, the id of the last object of the page before. Gives the objects after it.
         * @example cus_eHi1mD1iPS08Li
         */
        starting_after?: components["parameters"]["StartingAfter"];
        /**
         * @description A cursor, the id of the first object of the page after. Gives the objects before it.
         * @example cus_eHi1mD1iPS08Li
         */
        ending_before?: components["parameters"]["EndingBefore"];
        /**
         * @description When the object was created (对象的创建时间), in Unix seconds: one time, or a range. On the wire a time is
         *     `created=1444390718` and a range `created[gte]=1441000000&created[lt]=1444390718`. OpenAPI's style `deepObject`
         *     defines the second form only; the first is meant as in style `form`.
         */
        created?: components["parameters"]["Created"];
        /**
         * @description Expandable fields to answer with the whole object instead of its id. On the wire
         *     `expand[]=app&expand[]=default_source`. That a list takes the same names is inferred.
         * @example [
         *       "app"
         *     ]
         */
        "expand[]"?: components["parameters"]["Expand"];
      };
      header?: {
        /** @description Version of the API, given by its date. How the date is written is not documented here. */
        "Pingplusplus-Version"?: components["parameters"]["Version"];
        /**
         * @description Language of error messages.
         * @example en-US
         */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
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
          "application/json": components["schemas"]["CustomerList"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["RateLimited"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      "5XX": components["responses"]["ServerError"];
    };
  };
  createCustomer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Version of the API, given by its date. How the date is written is not documented here. */
        "Pingplusplus-Version"?: components["parameters"]["Version"];
        /**
         * @description Language of error messages.
         * @example en-US
         */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The customer to create, and the card to bind to it. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CustomerCreate"];
      };
    };
    responses: {
      /** @description The customer that was created. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Customer"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["RateLimited"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      "5XX": components["responses"]["ServerError"];
    };
  };
  getCustomer: {
    parameters: {
      query?: {
        /**
         * @description Expandable fields to answer with the whole object instead of its id. On the wire
         *     `expand[]=app&expand[]=default_source`. That a list takes the same names is inferred.
         * @example [
         *       "app"
         *     ]
         */
        "expand[]"?: components["parameters"]["Expand"];
      };
      header?: {
        /** @description Version of the API, given by its date. How the date is written is not documented here. */
        "Pingplusplus-Version"?: components["parameters"]["Version"];
        /**
         * @description Language of error messages.
         * @example en-US
         */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        /**
         * @description Id of the customer (Customer 对象的 id).
         * @example cus_yvn1m5SCG4eLCy
         */
        customerId: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Customer"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["RateLimited"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      "5XX": components["responses"]["ServerError"];
    };
  };
  updateCustomer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Version of the API, given by its date. How the date is written is not documented here. */
        "Pingplusplus-Version"?: components["parameters"]["Version"];
        /**
         * @description Language of error messages.
         * @example en-US
         */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        /**
         * @description Id of the customer (Customer 对象的 id).
         * @example cus_yvn1m5SCG4eLCy
         */
        customerId: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    /** @description What to change. */
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
          "application/json": components["schemas"]["Customer"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["RateLimited"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      "5XX": components["responses"]["ServerError"];
    };
  };
  deleteCustomer: {
    parameters: {
      query?: never;
      header?: {
        /** @description Version of the API, given by its date. How the date is written is not documented here. */
        "Pingplusplus-Version"?: components["parameters"]["Version"];
        /**
         * @description Language of error messages.
         * @example en-US
         */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        /**
         * @description Id of the customer (Customer 对象的 id).
         * @example cus_yvn1m5SCG4eLCy
         */
        customerId: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer is deleted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Deleted"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["RateLimited"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      "5XX": components["responses"]["ServerError"];
    };
  };
  listCustomerSources: {
    parameters: {
      query?: {
        /**
         * @description How many objects a page has at most (限制每页可以返回多少对象).
         * @example 3
         */
        limit?: components["parameters"]["Limit"];
        /**
         * @description A cursor, the id of the last object of the page before. Gives the objects after it.
         * @example cus_eHi1mD1iPS08Li
         */
        starting_after?: components["parameters"]["StartingAfter"];
        /**
         * @description A cursor, the id of the first object of the page after. Gives the objects before it.
         * @example cus_eHi1mD1iPS08Li
         */
        ending_before?: components["parameters"]["EndingBefore"];
        /**
         * @description When the object was created (对象的创建时间), in Unix seconds: one time, or a range. On the wire a time is
         *     `created=1444390718` and a range `created[gte]=1441000000&created[lt]=1444390718`. OpenAPI's style `deepObject`
         *     defines the second form only; the first is meant as in style `form`.
         */
        created?: components["parameters"]["Created"];
      };
      header?: {
        /** @description Version of the API, given by its date. How the date is written is not documented here. */
        "Pingplusplus-Version"?: components["parameters"]["Version"];
        /**
         * @description Language of error messages.
         * @example en-US
         */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        /**
         * @description Id of the customer (Customer 对象的 id).
         * @example cus_yvn1m5SCG4eLCy
         */
        customerId: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of cards. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CardList"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["RateLimited"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      "5XX": components["responses"]["ServerError"];
    };
  };
  createCustomerSource: {
    parameters: {
      query?: never;
      header?: {
        /** @description Version of the API, given by its date. How the date is written is not documented here. */
        "Pingplusplus-Version"?: components["parameters"]["Version"];
        /**
         * @description Language of error messages.
         * @example en-US
         */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        /**
         * @description Id of the customer (Customer 对象的 id).
         * @example cus_yvn1m5SCG4eLCy
         */
        customerId: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    /** @description The card to bind. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["SourceCreate"];
      };
    };
    responses: {
      /**
       * @description The card that was bound. That it is answered comes from the SDK.
       *     (From the provider's SDK; its documentation doesn't say so.)
       */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Card"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["RateLimited"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      "5XX": components["responses"]["ServerError"];
    };
  };
  getCustomerSource: {
    parameters: {
      query?: never;
      header?: {
        /** @description Version of the API, given by its date. How the date is written is not documented here. */
        "Pingplusplus-Version"?: components["parameters"]["Version"];
        /**
         * @description Language of error messages.
         * @example en-US
         */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        /**
         * @description Id of the customer (Customer 对象的 id).
         * @example cus_yvn1m5SCG4eLCy
         */
        customerId: components["parameters"]["CustomerId"];
        /**
         * @description Id of the card.
         * @example card_ubDu1GTmznz1P4OKCKqH8qzP
         */
        cardId: components["parameters"]["CardId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The card. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Card"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["RateLimited"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      "5XX": components["responses"]["ServerError"];
    };
  };
  deleteCustomerSource: {
    parameters: {
      query?: never;
      header?: {
        /** @description Version of the API, given by its date. How the date is written is not documented here. */
        "Pingplusplus-Version"?: components["parameters"]["Version"];
        /**
         * @description Language of error messages.
         * @example en-US
         */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        /**
         * @description Id of the customer (Customer 对象的 id).
         * @example cus_yvn1m5SCG4eLCy
         */
        customerId: components["parameters"]["CustomerId"];
        /**
         * @description Id of the card.
         * @example card_ubDu1GTmznz1P4OKCKqH8qzP
         */
        cardId: components["parameters"]["CardId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The card is deleted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Deleted"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["RequestFailed"];
      403: components["responses"]["RateLimited"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      "5XX": components["responses"]["ServerError"];
    };
  };
}
