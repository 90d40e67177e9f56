// Lumyri's customers: create, get, list, update and delete.
import type {
  Customer,
  CustomerCreate,
  CustomerDetail,
  CustomersDelete,
  CustomerUpdate,
  Label,
  ListCustomersQuery,
} from "@customer-clients/lumyri";
import type { OperationId } from "../generated/lumyri.ts";
import type { Credentials } from "../options.ts";
import type { Context, Handler, Outcome } from "../provider.ts";
import { fieldRefusal } from "../refusal.ts";
import type { Collection, Records, Stored } from "../storage/storage.ts";

/** The company whose token it is, as in the provider's sample. */
const companyId = "231080c5-b622-4a25-aef8-c7e426927bb0";

/** Makes the operations' behaviour. */
export function handlers({
  clock,
  ids,
  credentials,
}: Context<Credentials["lumyri"]>): Readonly<Record<OperationId, Handler>> {
  return {
    async createCustomer({ body }, records) {
      const { label_ids, labels, ...sent } = body as CustomerCreate;
      // The parameter list has label_ids, the sample labels: both are taken (inferred).
      const customer = customerOf(ids.uuid(), { ...sent, labels: label_ids ?? labels ?? [] }, credentials.appId);
      await customers(records).insert(storedOf(customer, clock.now()));
      // 201 and not 200 is inferred.
      return { status: 201, body: { error: null, data: customer } };
    },

    async listCustomers({ query }, records) {
      const { limit = 10, page = 1, search = "", sort_by = "name", order_by = "asc" } = query as ListCustomersQuery;
      const needle = search.toLowerCase();
      const found = await customers(records).select({
        // A customer has no description: sorted by it, they are in the order of creation (inferred).
        orderBy: sort_by === "name" ? "sortKey" : "created",
        descending: order_by === "desc",
        search: needle,
        offset: (page - 1) * limit,
        limit,
      });
      const total = await customers(records).count({ search: needle });
      const data = found.map(({ value }) => value);
      // The sample's per_page is what is on the page, not the limit that was asked for.
      const pages = {
        total,
        per_page: data.length,
        current_page: page,
        last_page: Math.max(1, Math.ceil(total / limit)),
      };
      return success({ ...pages, data });
    },

    async getCustomer({ path }, records) {
      const { avatar: _, labels, ...customer } = (await find(records, path.customerId)).value;
      const detail: CustomerDetail = { ...customer, lables: (labels ?? []).map(labelOf) };
      return { status: 200, body: detail };
    },

    async updateCustomer({ path, body }, records) {
      const old = await find(records, path.customerId);
      // That the whole customer is replaced is inferred from the sample.
      const customer = customerOf(old.id, body as CustomerUpdate, old.value.app_id);
      await customers(records).replace(storedOf(customer, old.created));
      return success(customer);
    },

    async deleteCustomers({ body }, records) {
      const ids = new Set((body as CustomersDelete).customer_ids);
      // With one unknown id none is deleted (inferred).
      for (const id of ids) await find(records, id, "customer_ids");
      for (const id of ids) await customers(records).delete(id);
      return success({ message: "OK" });
    },
  };
}

function customers(records: Records): Collection<Customer> {
  return records.collection("lumyri.customers");
}

async function find(records: Records, id = "", field = "customerId"): Promise<Stored<Customer>> {
  const found = await customers(records).get(id);
  if (!found) throw fieldRefusal("unknown", field, `there is no customer ${id}`);
  return found;
}

/** What of a customer isn't sent is empty, and the id, company and app that a body names are let be (both inferred). */
function customerOf(id: string, sent: CustomerUpdate, app_id: string): Customer {
  const { first_name, last_name, email, phone, address = [], avatar = "", labels = null } = sent;
  const contact = { first_name, last_name, email, ...(phone !== undefined && { phone }) };
  return { id, ...contact, address, avatar, labels, company_id: companyId, app_id };
}

/** Inferred: names, e-mail addresses and phone numbers are searched, and names sorted by first name, in either case. */
function storedOf(customer: Customer, created: number): Stored<Customer> {
  const { id, first_name, last_name, email, phone = "" } = customer;
  const name = `${first_name} ${last_name}`.toLowerCase();
  return { id, created, sortKey: name, searchText: `${name}\n${email}\n${phone}`.toLowerCase(), value: customer };
}

/** Labels have no API here: their names and colours are made up, after the sample's. */
function labelOf(id: string, index: number): Label {
  return { id, name: `label${index + 1}`, color: index % 2 === 0 ? "red" : "green" };
}

function success(data: unknown): Outcome {
  return { status: 200, body: { error: null, data } };
}
