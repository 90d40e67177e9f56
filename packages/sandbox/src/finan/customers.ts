// Finan's customers: create, get, list, replace and delete.
import type { Customer, CustomerCreate, CustomerUpdate } from "@customer-clients/finan";
import type { OperationId } from "../generated/finan.ts";
import { randomIds } from "../ids.ts";
import type { Context, Handler, Outcome } from "../provider.ts";
import { fieldRefusal, type Refusal } from "../refusal.ts";
import type { Collection, Records, Stored } from "../storage/storage.ts";

/** Makes the operations' behaviour. */
export function handlers({ clock, ids }: Context<unknown>): Readonly<Record<OperationId, Handler>> {
  return {
    async createCustomer({ body }, records) {
      const now = clock.now();
      const sent = body as CustomerCreate;
      const value = { customer_id: ids.uuid(), ...sent, created_at: dateTime(now), updated_at: dateTime(now) };
      const stored = { id: value.customer_id, created: now, uniqueKey: sent.general_info.customer_code, value };
      // That a doubled code is refused is inferred: the page says that it has to be unique.
      if (!(await customers(records).insert(stored))) throw codeTaken(stored.uniqueKey);
      return success(102001, value);
    },

    // All of them, in the order of creation (inferred).
    async listCustomers(_, records) {
      const all = await customers(records).select({});
      return success(
        102000,
        all.map(({ value }) => value),
      );
    },

    // The code is inferred.
    getCustomer: async ({ path }, records) => success(102000, (await find(records, path.customer_id)).value),

    async updateCustomer({ path, body }, records) {
      const old = await find(records, path.customer_id);
      const sent = body as CustomerUpdate;
      const { customer_id, created_at } = old.value;
      // Nothing of the old record but its id and its time of creation: what is left out is cleared.
      const value: Customer = {
        customer_id,
        ...sent,
        ...(created_at && { created_at }),
        updated_at: dateTime(clock.now()),
      };
      const stored = { ...old, uniqueKey: sent.general_info.customer_code, value };
      if (!(await customers(records).replace(stored))) throw codeTaken(stored.uniqueKey);
      return success(102000, value);
    },

    async deleteCustomer({ path }, records) {
      const { id } = await find(records, path.customer_id);
      await customers(records).delete(id);
      return success(102001, "success");
    },
  };
}

function customers(records: Records): Collection<Customer> {
  return records.collection("finan.customers");
}

/** UUIDs are the same in either case. */
async function find(records: Records, id = ""): Promise<Stored<Customer>> {
  const found = await customers(records).get(id.toLowerCase());
  if (!found) throw fieldRefusal("unknown", "customer_id", `there is no customer ${id}`);
  return found;
}

function codeTaken(code: string): Refusal {
  return fieldRefusal("conflict", "general_info.customer_code", `another customer has the code ${code}`);
}

function success(code: number, data: unknown): Outcome {
  const message = { content: "Thực thi API thành công" };
  return { status: 200, body: { message, code, request_id: randomIds.uuid(), data } };
}

function dateTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
