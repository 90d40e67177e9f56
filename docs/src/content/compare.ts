// What the comparison of the customer models can't read from the specs: which fields mean the same. It is our reading of them, so
// all of it is inferred. A path that isn't in the spec fails the build.

/** Paths of fields, by provider: `general_info.name`. */
export type Paths = Readonly<Record<string, readonly string[]>>;

/** The fields of a customer that mean the same; a row's name is a word of the comparison's. */
export const meanings = {
  id: { asiabill: ["customerId"], finan: ["customer_id"], lumyri: ["id"], pingxx: ["id"] },
  name: {
    asiabill: ["firstName", "lastName"],
    finan: ["general_info.name"],
    lumyri: ["first_name", "last_name"],
    pingxx: ["name"],
  },
  email: { asiabill: ["email"], finan: ["general_info.email"], lumyri: ["email"], pingxx: ["email"] },
  phone: { asiabill: ["phone"], finan: ["general_info.phone_code", "general_info.phone"], lumyri: ["phone"] },
  address: { finan: ["address"], lumyri: ["address"] },
  freeText: { asiabill: ["description"], pingxx: ["description"] },
  tags: { finan: ["general_info.custom_tag"], lumyri: ["labels", "label_ids"] },
  app: { lumyri: ["app_id"], pingxx: ["app"] },
  created: { asiabill: ["created"], finan: ["created_at"], pingxx: ["created"] },
} as const satisfies Readonly<Record<string, Paths>>;

/** The query parameter that says how long a page is. */
export const pageSizes: Readonly<Record<string, string>> = { asiabill: "pageSize", lumyri: "limit", pingxx: "limit" };
