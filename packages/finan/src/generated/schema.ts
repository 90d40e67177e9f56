// Generated from specs/finan/openapi.yaml by `pnpm generate`. Do not edit.
export interface paths {
  "/api/v1/customers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List all customers
     * @description Gives all customers (Lay danh sach tat ca khach hang) in one answer. No parameters are documented, and no order.
     */
    get: operations["listCustomers"];
    put?: never;
    /**
     * Create a customer
     * @description Creates a customer (Tao khach hang) and answers with it, its new `customer_id` included. No idempotency key is
     *     documented: a create that is sent again may create a second customer.
     */
    post: operations["createCustomer"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/customers/{customer_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a customer
     * @description Gives one customer (Lay mot khach hang). No answer is printed in the documentation. Which code an unknown id is
     *     answered with is not documented.
     */
    get: operations["getCustomer"];
    /**
     * Replace a customer
     * @description Replaces the whole record (Cap nhat khach hang); it is not a partial update. Send `general_info` with its `type`
     *     and everything that is to be kept: what is left out, such as `address` or `bank_accounts`, is cleared.
     */
    put: operations["updateCustomer"];
    post?: never;
    /**
     * Delete a customer
     * @description Deletes one customer (Xoa khach hang). It can fail as long as the customer has unpaid invoices or active
     *     contracts: settle those first. The code of that error, and of a second delete, is not documented.
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
    /** @description What a customer is created from. */
    CustomerCreate: {
      /** @description Who the customer is (bat buoc, required). */
      general_info: components["schemas"]["GeneralInfoInput"];
      /** @description Where the customer is (tuy chon, optional). */
      address?: components["schemas"]["Address"];
      /** @description The customer's bank accounts (tuy chon, optional). */
      bank_accounts?: components["schemas"]["BankAccount"][];
    };
    /** @description A customer as it is to be. It replaces the whole record; what is left out is cleared. */
    CustomerUpdate: {
      /** @description Who the customer is. Always to be sent, complete. */
      general_info: components["schemas"]["GeneralInfoInput"];
      /** @description Where the customer is. Cleared when left out. */
      address?: components["schemas"]["Address"];
      /** @description The customer's bank accounts. Cleared when left out. */
      bank_accounts?: components["schemas"]["BankAccount"][];
    };
    /**
     * @description Who a customer is, as it is sent. A company needs `contact_persons`. Which of the other fields are required is
     *     inferred from a Go struct in the provider's documentation.
     */
    GeneralInfoInput: {
      /**
       * @description Full name (Ho ten khach hang). That it is required is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      name: string;
      /**
       * @description Your own code for the customer (Ma dinh danh khach hang duy nhat), to be unique. That it is required is
       *     inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      customer_code: string;
      /**
       * @description Phone number (So dien thoai). That it is required is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      phone: string;
      /**
       * @description Country code of the phone number (Ma quoc gia), such as `+84`. That it is required is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      phone_code: string;
      /** @description E-mail address (Dia chi email). */
      email?: string;
      /**
       * @description A person or a company (personal hoac company).
       * @enum {string}
       */
      type: "personal" | "company";
      /** @description Tax id (Ma so thue). */
      tax_id?: string;
      /** @description Contact persons (Nguoi lien he). Required for a company; a person may have them too. */
      contact_persons?: components["schemas"]["ContactPerson"][];
      /** @description A tag of your own (Nhan tuy chinh), such as `VIP`. */
      custom_tag?: string;
    };
    /** @description A contact person. Which of the fields are required is unknown, since the marks are lost on the provider's page. */
    ContactPerson: {
      /** @description Name (Ten nguoi lien he). */
      name?: string;
      /** @description Phone number (So dien thoai lien he). */
      phone_number?: string;
      /** @description E-mail address (Email lien he). */
      email?: string;
    };
    /** @description An address. */
    Address: {
      /** @description Country (Quoc gia). */
      country?: string;
      /** @description Province or city (Tinh/Thanh pho). */
      province?: string;
      /** @description District (Quan/Huyen). */
      district?: string;
      /** @description Ward or commune (Phuong/Xa). */
      ward?: string;
      /** @description Street and number (Dia chi duong). */
      address?: string;
      /** @description Postal code (Ma buu chinh). */
      zip_code?: string;
    };
    /** @description A bank account. */
    BankAccount: {
      /**
       * @description Code of the bank (Ma ngan hang), from the provider's list of codes (Tai lieu tham chieu ma), which is not
       *     given here.
       */
      bank_code?: string;
      /** @description Name of the bank (Ten ngan hang). */
      bank_name?: string;
      /** @description Name of the account's holder (Ten chu tai khoan). */
      account_holder_name?: string;
      /** @description Number of the account (So tai khoan). */
      account_number?: string;
    };
    /**
     * @description A customer, as it is answered. The answers printed in the documentation are partial: a field that is absent may
     *     have a value all the same.
     */
    Customer: {
      /**
       * Format: uuid
       * @description Id of the customer, a UUID.
       */
      customer_id: string;
      /** @description Who the customer is. */
      general_info?: components["schemas"]["GeneralInfo"];
      /** @description Where the customer is. */
      address?: components["schemas"]["Address"];
      /** @description The customer's bank accounts. */
      bank_accounts?: components["schemas"]["BankAccount"][];
      /**
       * Format: date-time
       * @description When the customer was created (RFC 3339, UTC).
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When the customer was last changed (RFC 3339, UTC).
       */
      updated_at?: string;
    };
    /** @description Who a customer is, as it is answered. Which fields are there varies. */
    GeneralInfo: {
      /** @description Full name (Ho ten khach hang). */
      name?: string;
      /** @description Your own code for the customer (Ma dinh danh khach hang duy nhat). */
      customer_code?: string;
      /** @description Phone number (So dien thoai). */
      phone?: string;
      /**
       * @description Country code of the phone number (Ma quoc gia). In no printed answer: that it may be there is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      phone_code?: string;
      /** @description E-mail address (Dia chi email). */
      email?: string;
      /** @description A person or a company (personal hoac company). */
      type?: "personal" | "company" | (string & {});
      /**
       * @description Tax id (Ma so thue). In no printed answer; that it may be there is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      tax_id?: string;
      /**
       * @description Contact persons (Nguoi lien he). In no printed answer; that they may be there is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      contact_persons?: components["schemas"]["ContactPerson"][];
      /**
       * @description A tag of your own (Nhan tuy chinh). In no printed answer; that it may be there is inferred.
       *     (Inferred; the provider doesn't say so.)
       */
      custom_tag?: string;
    };
    /** @description Success of a create, a get or a replace. */
    CustomerAnswer: {
      /** @description Text that goes with the code. */
      message: components["schemas"]["Message"];
      /** @description `102001` after a create, `102000` after a replace, and after a get (inferred). */
      code: components["schemas"]["SuccessCode"];
      /** @description The provider's id of the request. */
      request_id: string;
      /** @description The customer, perhaps in part. */
      data: components["schemas"]["Customer"];
    };
    /** @description Success of a list. */
    CustomerListAnswer: {
      /** @description Text that goes with the code. */
      message: components["schemas"]["Message"];
      /** @description `102000`. */
      code: components["schemas"]["SuccessCode"];
      /** @description The provider's id of the request. */
      request_id: string;
      /** @description All the customers, each perhaps in part. */
      data: components["schemas"]["Customer"][];
    };
    /** @description Success of a delete. */
    CustomerDeletedAnswer: {
      /** @description Text that goes with the code. */
      message: components["schemas"]["Message"];
      /** @description `102001`. */
      code: components["schemas"]["SuccessCode"];
      /** @description The provider's id of the request. */
      request_id: string;
      /** @description The text `success`. */
      data: string;
    };
    /**
     * @description An error, with HTTP 200 or another status, told from a success by its code. No error is printed in the
     *     documentation: that it is the same envelope is inferred.
     *     (Inferred; the provider doesn't say so.)
     */
    ErrorAnswer: {
      /**
       * @description Text that goes with the code.
       *     (Inferred; the provider doesn't say so.)
       */
      message?: components["schemas"]["Message"];
      /**
       * @description What went wrong, in six digits. No error code is documented. Inferred: the third digit is 4 for the client's
       *     error and 5 for the server's.
       *     (Inferred; the provider doesn't say so.)
       */
      code: number;
      /**
       * @description The provider's id of the request.
       *     (Inferred; the provider doesn't say so.)
       */
      request_id?: string;
      /**
       * @description Not documented.
       *     (Inferred; the provider doesn't say so.)
       */
      data?: unknown;
    };
    /**
     * @description The code of a success. Documented are `102000` and `102001`. That any other code with 2 as its third digit is a
     *     success too is inferred; this range holds those that begin like the documented ones.
     *     (Inferred; the provider doesn't say so.)
     */
    SuccessCode: number;
    /** @description A text for people. */
    Message: {
      /** @description The text, in Vietnamese in every sample. */
      content: string;
    };
  };
  responses: {
    /** @description Any other status: an error. Which statuses there are, and that the body is then the same envelope, is inferred. */
    Error: {
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
     * @description Id of the customer, a UUID.
     * @example 550e8400-e29b-41d4-a716-446655440000
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
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customers, or an error. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerListAnswer"];
        };
      };
      default: components["responses"]["Error"];
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
      /** @description The customer that was created, or an error. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerAnswer"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  getCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the customer, a UUID.
         * @example 550e8400-e29b-41d4-a716-446655440000
         */
        customer_id: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer, or an error. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerAnswer"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  updateCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the customer, a UUID.
         * @example 550e8400-e29b-41d4-a716-446655440000
         */
        customer_id: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    /** @description The customer as it is to be. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CustomerUpdate"];
      };
    };
    responses: {
      /** @description The customer as it is now, or an error. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerAnswer"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  deleteCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the customer, a UUID.
         * @example 550e8400-e29b-41d4-a716-446655440000
         */
        customer_id: components["parameters"]["CustomerId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer is deleted, or an error. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerDeletedAnswer"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
}
