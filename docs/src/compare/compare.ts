import { isSuccess, type OperationView } from "../spec/operation.ts";
import type { ParameterView } from "../spec/parameter.ts";
import type { Provider } from "../spec/provider.ts";
import type { FieldView } from "../spec/schema-view.ts";

/** A field with the way to it: `general_info.name`. */
export interface PlacedField {
  readonly path: string;
  readonly field: FieldView;
}

/** What providers have for one meaning: each its fields, perhaps none. */
export interface Row<Name extends string> {
  readonly name: Name | "others";
  readonly cells: readonly (readonly PlacedField[])[];
}

/** Paths of fields, by meaning and provider. */
export type Meanings<Name extends string> = Readonly<Record<Name, Readonly<Record<string, readonly string[]>>>>;

/**
 * Puts side by side the fields of the same schema at each provider, and behind them those that mean nothing at another one.
 *
 * @param schema The schema's name, the same at all of them.
 * @param meanings A path may be missing here and there: what is created has other fields than what is read.
 */
export function compareFields<Name extends string>(
  providers: readonly Provider[],
  schema: string,
  meanings: Meanings<Name>,
): Row<Name>[] {
  const all = providers.map((provider) => placedFields(provider, schema));
  const pathsOf = (name: Name, { id }: Provider) => meanings[name][id] ?? [];
  const names = Object.keys(meanings) as Name[];
  const rows = names.map((name): Row<Name> => {
    const cells = providers.map((provider, index) =>
      pathsOf(name, provider).flatMap((path) => all[index]?.find((placed) => placed.path === path) ?? []),
    );
    return { name, cells };
  });
  const others = providers.map((provider, index) => {
    const taken = names.flatMap((name) => pathsOf(name, provider));
    // What has a part that is compared isn't shown whole as well, nor is a part of what is.
    const isTaken = (path: string) => taken.some((each) => each === path || each.startsWith(`${path}.`));
    const isWithin = (path: string) =>
      all[index]?.some((placed) => path.startsWith(`${placed.path}.`) && !isTaken(placed.path));
    const isPart = (path: string) => taken.some((each) => path.startsWith(`${each}.`));
    return (all[index] ?? []).filter(({ path }) => !isTaken(path) && !isPart(path) && !isWithin(path));
  });
  return [...rows.filter(({ cells }) => cells.some((cell) => cell.length > 0)), { name: "others", cells: others }];
}

/** @returns The paths that no schema of these has. */
export function unknownPaths(
  providers: readonly Provider[],
  schemas: readonly string[],
  meanings: Meanings<string>,
): string[] {
  return providers.flatMap((provider) => {
    const known = schemas.flatMap((schema) => placedFields(provider, schema)).map(({ path }) => path);
    const paths = Object.values(meanings).flatMap((byProvider) => byProvider[provider.id] ?? []);
    return paths.filter((path) => !known.includes(path)).map((path) => `${provider.id}: ${path}`);
  });
}

/** The fields of a schema, and those of the objects that they hold themselves. */
function placedFields({ schemas }: Provider, name: string): PlacedField[] {
  const page = schemas.find((schema) => schema.name === name);
  const walk = (fields: readonly FieldView[], before: string): PlacedField[] =>
    fields.flatMap((field) => [
      { path: before + field.label, field },
      ...walk(field.fields, `${before}${field.label}.`),
    ]);
  return walk(page?.view.fields ?? [], "");
}

/** @returns The names of the client's methods, in the order in which they are first met. */
export function methodsOf(providers: readonly Provider[]): string[] {
  return [...new Set(providers.flatMap(({ operations }) => operations.flatMap(({ method }) => method ?? [])))];
}

/** @returns The operation that a client's method calls, where the provider has one. */
export function operationOf({ operations }: Provider, method: string): OperationView | undefined {
  return operations.find((operation) => operation.method === method);
}

/** How a list is paged. */
export interface PagingView {
  /** `number`, `cursor` or `single`. */
  readonly kind: string;
  /** The parameters that lead on, and how long a page is. */
  readonly parameters: readonly ParameterView[];
  readonly size: ParameterView | undefined;
  /** Where the answer says how many there are, as a JSON pointer. */
  readonly total: string | undefined;
  /** What else a list can be asked for. */
  readonly others: readonly ParameterView[];
}

/** @param sizes The name of the parameter that says how long a page is, by provider. */
export function pagingOf(provider: Provider, sizes: Readonly<Record<string, string>>): PagingView {
  const list = operationOf(provider, "customers.list");
  const paging = new Map(list?.paging);
  const query = list?.parameters.find((group) => group.in === "query")?.parameters ?? [];
  const leading = ["parameter", "before"].flatMap((key) => paging.get(key) ?? []);
  const isLeading = ({ label }: ParameterView) => leading.includes(label);
  const isSize = ({ label }: ParameterView) => label === sizes[provider.id];
  return {
    kind: paging.get("kind") ?? "single",
    parameters: query.filter(isLeading),
    size: query.find(isSize),
    total: paging.get("total"),
    others: query.filter((parameter) => !isLeading(parameter) && !isSize(parameter)),
  };
}

/** @returns The first example of an operation's first success, as JSON on one line. */
export function successExample({ answers }: OperationView): string | undefined {
  const json = answers.find(isSuccess)?.media[0]?.examples[0]?.json;
  return json === undefined ? undefined : JSON.stringify(JSON.parse(json));
}
