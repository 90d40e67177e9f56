// Generated from specs/asiabill/openapi.yaml by `pnpm generate`. Do not edit.
export interface paths {
  "/V2022-03/customers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List customers
     * @description Gives one page of the customers (批量获取客户). The order is not documented. Signed string: `H.Q`, where `Q` is
     *     the values of the query parameters sent, such as `1100` for `pageIndex=1&pageSize=100`; just `H` without any.
     */
    get: operations["listCustomers"];
    put?: never;
    /**
     * Create a customer
     * @description Creates a customer (创建客户) and answers with it, its new `customerId` included. Signed string: `H.B`.
     *
     *     No idempotency key is documented: a create that is sent again with a new `request-id` may create a second
     *     customer.
     */
    post: operations["createCustomer"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/V2022-03/customers/{customerId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a customer
     * @description Gives one customer (获取客户). Signed string: `H.P`, where `P` is the customer's id. Which code an unknown id is
     *     answered with is not documented.
     */
    get: operations["getCustomer"];
    put?: never;
    post?: never;
    /**
     * Delete a customer
     * @description Deletes one customer (删除客户) and answers with `null`. Signed string: `H.P`, where `P` is the customer's id.
     *     What an unknown id, or a second delete of the same one, is answered with is not documented.
     */
    delete: operations["deleteCustomer"];
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
     * @description What a customer is created from. The fields are documented; that each is optional, and the lengths, are inferred
     *     from a demo app of the provider's v3 API.
     *     (Inferred; the provider doesn't say so.)
     */
    CustomerCreate: {
      /**
       * @description E-mail address (邮箱). The limit of 200 characters is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      email?: string;
      /**
       * @description First name (名). The limit of 50 characters is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      firstName?: string;
      /**
       * @description Last name (姓). The limit of 50 characters is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      lastName?: string;
      /**
       * @description Phone number (电话). The limit of 50 characters is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      phone?: string;
      /**
       * @description Free text about the customer (描述). The limit of 50 characters is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      description?: string;
    };
    /**
     * @description A customer (客户). Only `customerId` is taken as always there (inferred): the documentation marks no field, and
     *     every input is optional.
     *     (Inferred; the provider doesn't say so.)
     */
    Customer: {
      /** @description Id of the customer (客户ID), `cus_` and 19 digits in every sample. */
      customerId: string;
      /** @description E-mail address (邮箱). */
      email?: string;
      /** @description First name (名). */
      firstName?: string;
      /** @description Last name (姓). */
      lastName?: string;
      /** @description Phone number (电话). */
      phone?: string;
      /** @description Free text about the customer (描述). */
      description?: string;
      /** @description When the customer was created (创建客户时间). The form is not documented, so the text stays as it is. */
      created?: string;
    };
    /** @description One page of customers. */
    CustomerList: {
      /** @description Which page this is, and how many customers there are (分页对象). */
      page: components["schemas"]["PageInfo"];
      /** @description The customers on this page (列表). */
      list: components["schemas"]["Customer"][];
    };
    /** @description Which page this is, and how many customers there are (分页对象). */
    PageInfo: {
      /** @description Number of this page (当前页), from 1. */
      pageIndex: number;
      /** @description How many customers a page has (每页数据条数). */
      pageSize: number;
      /** @description How many customers there are on all pages (总条数). */
      total: number;
    };
    /** @description Success of a create or a get. */
    CustomerAnswer: {
      /** @description The code of a success (返回码). */
      code: components["schemas"]["SuccessCode"];
      /** @description Text that goes with the code (返回信息). */
      message: string;
      /**
       * @description The customer (数据对象). The documentation's field table is flat: that the fields sit in `data` is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      data: components["schemas"]["Customer"];
    };
    /** @description Success of a list. */
    CustomerListAnswer: {
      /** @description The code of a success (返回码). */
      code: components["schemas"]["SuccessCode"];
      /** @description Text that goes with the code (返回信息). */
      message: string;
      /**
       * @description The page (数据对象). The documentation's field table is flat: that `page` and `list` sit in `data` is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      data: components["schemas"]["CustomerList"];
    };
    /** @description Success of a delete. */
    CustomerDeletedAnswer: {
      /** @description The code of a success (返回码). */
      code: components["schemas"]["SuccessCode"];
      /** @description Text that goes with the code (返回信息). */
      message: string;
      /** @description Always `null` (返回null). */
      data: null;
    };
    /** @description An error. It comes with HTTP 200 (inferred), and is told from a success by its code alone. */
    ErrorAnswer: {
      /**
       * @description What went wrong (返回码). The list is open: any code but `00000` and `0000` is an error.
       *
       *     | code | meaning |
       *     |---|---|
       *     | `L0001` | the merchant's state or key is wrong |
       *     | `L0002` | wrong address or method |
       *     | `L0003` | `request-time` is out of range |
       *     | `L0004` | `request-id` was used before |
       *     | `L0005` | the signature check failed |
       *     | `P0001` | a parameter is in error |
       *     | `P0002` | a parameter is missing or incorrect |
       *     | `S0001` | general error |
       */
      code: string;
      /** @description Text that goes with the code (返回信息). */
      message: string;
      /**
       * @description May be `null` or absent. Nothing is documented about it.
       *     (Inferred; the provider doesn't say so.)
       */
      data?: unknown;
    };
    /**
     * @description The code of a success (返回码). `00000` is the usual one. The documentation's code table also lists `0000`, for
     *     which the SDK's demo tests after a delete.
     */
    SuccessCode: "00000" | "0000" | (string & {});
  };
  responses: never;
  parameters: {
    /**
     * @description Id of the customer (客户ID). In every sample it is `cus_` and 19 digits; no rule is documented.
     * @example cus_1526753334131306496
     */
    CustomerId: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Gateway number of the merchant.
     * @example 12345001
     */
    GatewayNo: string;
    /**
     * @description The `request-id` of the request that is answered.
     * @example 58675
     */
    ResponseId: string;
    /**
     * @description Time of the answer, Unix time in milliseconds.
     * @example 1651888520935
     */
    ResponseTime: string;
    /**
     * @description Signature of the answer. That answers are signed is documented, the rule is inferred: see the security scheme.
     * @example 787966BF2479A1BE8E1886CD18E6919447FAF4F357E7056188D4F035661B822B
     */
    SignInfo: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listCustomers: {
    parameters: {
      query?: {
        /**
         * @description Number of the page (当前页). The parameter is documented; that it starts at 1, the default, and has at most 10
         *     digits comes from the SDK.
         * @example 1
         */
        pageIndex?: number;
        /**
         * @description How many customers a page has (每页数据条数). The parameter is documented; the default of 10 and the limit of
         *     1000 come from the SDK.
         * @example 100
         */
        pageSize?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of customers, or an error. */
      200: {
        headers: {
          "gateway-no": components["headers"]["GatewayNo"];
          "response-id": components["headers"]["ResponseId"];
          "response-time": components["headers"]["ResponseTime"];
          "sign-info": components["headers"]["SignInfo"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerListAnswer"];
        };
      };
      /** @description An error. It comes with HTTP 200 (inferred), and is told from a success by its code alone. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorAnswer"];
        };
      };
    };
  };
  createCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The customer to create. All its fields are optional. */
    requestBody: {
      content: {
        "application/json; charset=UTF-8": components["schemas"]["CustomerCreate"];
      };
    };
    responses: {
      /** @description The customer that was created, or an error. */
      200: {
        headers: {
          "gateway-no": components["headers"]["GatewayNo"];
          "response-id": components["headers"]["ResponseId"];
          "response-time": components["headers"]["ResponseTime"];
          "sign-info": components["headers"]["SignInfo"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerAnswer"];
        };
      };
      /** @description An error. It comes with HTTP 200 (inferred), and is told from a success by its code alone. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorAnswer"];
        };
      };
    };
  };
  getCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the customer (客户ID). In every sample it is `cus_` and 19 digits; no rule is documented.
         * @example cus_1526753334131306496
         */
        customerId: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer, or an error. */
      200: {
        headers: {
          "gateway-no": components["headers"]["GatewayNo"];
          "response-id": components["headers"]["ResponseId"];
          "response-time": components["headers"]["ResponseTime"];
          "sign-info": components["headers"]["SignInfo"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerAnswer"];
        };
      };
      /** @description An error. It comes with HTTP 200 (inferred), and is told from a success by its code alone. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorAnswer"];
        };
      };
    };
  };
  deleteCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the customer (客户ID). In every sample it is `cus_` and 19 digits; no rule is documented.
         * @example cus_1526753334131306496
         */
        customerId: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer is deleted, or an error. */
      200: {
        headers: {
          "gateway-no": components["headers"]["GatewayNo"];
          "response-id": components["headers"]["ResponseId"];
          "response-time": components["headers"]["ResponseTime"];
          "sign-info": components["headers"]["SignInfo"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerDeletedAnswer"];
        };
      };
      /** @description An error. It comes with HTTP 200 (inferred), and is told from a success by its code alone. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorAnswer"];
        };
      };
    };
  };
}
