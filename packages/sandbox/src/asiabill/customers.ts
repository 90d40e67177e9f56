// AsiaBill's customers: create, get, list and delete. There is no update.
import type { Customer, CustomerCreate, ListCustomersQuery } from "@customer-clients/asiabill";
import type { OperationId } from "../generated/asiabill.ts";
import type { Context, Handler, Outcome } from "../provider.ts";
import { fieldRefusal, type Refusal } from "../refusal.ts";
import type { Collection, Records } from "../storage/storage.ts";

/** Makes the operations' behaviour. */
export function handlers({ clock, ids }: Context<unknown>): Readonly<Record<OperationId, Handler>> {
  return {
    async createCustomer({ body }, records) {
      const now = clock.now();
      const customer: Customer = {
        customerId: `cus_${ids.digits(19)}`,
        ...(body as CustomerCreate),
        created: dateTime(now),
      };
      // An e-mail address may occur twice (inferred).
      await customers(records).insert({ id: customer.customerId, created: now, value: customer });
      return success(customer);
    },

    async listCustomers({ query }, records) {
      const { pageIndex = 1, pageSize = 10 } = query as ListCustomersQuery;
      // In the order of creation (inferred). A page behind the last one is empty (inferred).
      const offset = (pageIndex - 1) * pageSize;
      const list = await customers(records).select({ offset, limit: pageSize });
      const page = { pageIndex, pageSize, total: await customers(records).count() };
      return success({ page, list: list.map(({ value }) => value) });
    },

    async getCustomer({ path: { customerId = "" } }, records) {
      const found = await customers(records).get(customerId);
      if (!found) throw noSuchCustomer(customerId);
      return success(found.value);
    },

    async deleteCustomer({ path: { customerId = "" } }, records) {
      // A second delete is answered like any unknown id (inferred).
      if (!(await customers(records).delete(customerId))) throw noSuchCustomer(customerId);
      return success(null);
    },
  };
}

function customers(records: Records): Collection<Customer> {
  return records.collection("asiabill.customers");
}

/** The texts of a success, and of an unknown id, are made up: none is documented. */
function success(data: unknown): Outcome {
  return { status: 200, body: { code: "00000", message: "success", data } };
}

function noSuchCustomer(id: string): Refusal {
  return fieldRefusal("unknown", "customerId", `there is no customer ${id}`);
}

/** The form of `created` isn't documented (inferred); nor is its time zone, here UTC. */
function dateTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ");
}
