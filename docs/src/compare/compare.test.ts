import { describe, expect, test } from "vitest";
import { meanings, pageSizes } from "../content/compare.ts";
import { PROVIDERS_IN_FULL } from "../site/reference-pages.ts";
import type { Provider } from "../spec/provider.ts";
import { compareFields, methodsOf, operationOf, pagingOf, successExample, unknownPaths } from "./compare.ts";

const provider = (id: string): Provider => {
  const found = PROVIDERS_IN_FULL.find((each) => each.id === id);
  if (!found) throw new Error(`expected a spec of ${id}`);
  return found;
};
const paths = (schema: string, name: string) =>
  compareFields(PROVIDERS_IN_FULL, schema, meanings)
    .find((row) => row.name === name)
    ?.cells.map((cell) => cell.map(({ path }) => path));

describe("the comparison of the customer models", () => {
  test("knows only fields that the specs have", () => {
    expect(unknownPaths(PROVIDERS_IN_FULL, ["Customer", "CustomerCreate"], meanings)).toEqual([]);
    expect(unknownPaths(PROVIDERS_IN_FULL, ["Customer"], { id: { finan: ["gone"] } })).toEqual(["finan: gone"]);
  });

  test("puts fields that mean the same beside each other", () => {
    expect(paths("Customer", "name")).toEqual([
      ["firstName", "lastName"],
      ["general_info.name"],
      ["first_name", "last_name"],
      ["name"],
    ]);
    expect(paths("CustomerCreate", "id")).toEqual([[], [], ["id"], []]);
  });

  test("leaves out no field of any provider", () => {
    for (const schema of ["Customer", "CustomerCreate"]) {
      const rows = compareFields(PROVIDERS_IN_FULL, schema, meanings);
      PROVIDERS_IN_FULL.forEach(({ id, schemas }, index) => {
        const fields = schemas.find(({ name }) => name === schema)?.view.fields ?? [];
        const shown = rows.flatMap(({ cells }) => cells[index]?.map(({ path }) => path) ?? []);
        expect(new Set(shown).size, id).toBe(shown.length);
        for (const { label, fields: parts } of fields) {
          const isShown = shown.includes(label) || parts.every((part) => shown.includes(`${label}.${part.label}`));
          expect(isShown, `${id} ${schema}.${label}`).toBe(true);
        }
      });
    }
  });

  test("reads how a list is paged, its size and its limits", () => {
    const views = PROVIDERS_IN_FULL.map((each) => pagingOf(each, pageSizes));
    expect(views.map(({ kind }) => kind)).toEqual(["number", "single", "number", "cursor"]);
    expect(views[0]?.size?.facts).toContainEqual({ keyword: "maximum", values: ["1000"] });
    expect(views[3]?.parameters.map(({ label }) => label)).toEqual(["starting_after", "ending_before"]);
    expect(views[1]).toMatchObject({ parameters: [], size: undefined, total: undefined, others: [] });
  });

  test("finds the operation of a method, and none where there is none", () => {
    expect(methodsOf(PROVIDERS_IN_FULL)).toContain("customers.sources.create");
    expect(operationOf(provider("asiabill"), "customers.update")).toBeUndefined();
    const deletion = operationOf(provider("lumyri"), "customers.delete");
    expect(deletion?.operationId).toBe("deleteCustomers");
    expect(deletion && successExample(deletion)).toBe('{"error":null,"data":{"message":"OK"}}');
  });
});
