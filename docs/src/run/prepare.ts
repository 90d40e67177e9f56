import type { Sandbox } from "@customer-clients/sandbox";
import type { Call, CallInput } from "../samples/call.ts";
import { invoke } from "../samples/invoke.ts";

/**
 * Fills a sandbox so that the examples' ids are there: whoever tries an example of a get first isn't told that there is no such
 * thing.
 *
 * @param client A client of the provider's, which reaches the sandbox.
 * @param calls All of the provider's.
 */
export async function prepare(sandbox: Sandbox, client: object, calls: readonly Call[]): Promise<void> {
  // What is within something else comes after it.
  const creates = calls.filter(({ verb }) => verb === "POST").sort((a, b) => depthOf(a) - depthOf(b));
  for (const create of creates) {
    for (const id of idsWithin(create, calls)) {
      const { input } = create.examples[0];
      const created = await invoke(client, create, input);
      await rename(sandbox, idOf(created, id.name), id.value);
    }
  }
}

/** An id in an example, and the name of the parameter that it is given as. */
export interface ExampleId {
  readonly name: string;
  readonly value: string;
}

/** @returns The examples' ids of what a create makes. */
export function idsWithin(create: Call, calls: readonly Call[]): ExampleId[] {
  const depth = depthOf(create);
  const ids = calls.flatMap((call): ExampleId[] => {
    const { path, body } = call.examples[0].input;
    const [name, value] = Object.entries(path)[depth] ?? [];
    if (name !== undefined && value !== undefined) return [{ name, value }];
    // What a delete sends says only what is to be deleted.
    return call.verb === "DELETE" && depth === 0 ? textsIn(body).map((value) => ({ name: "id", value })) : [];
  });
  return [...new Map(ids.map((id) => [id.value, id])).values()];
}

/** @returns The id of what was created: the field with the parameter's name, or the one that is simply called `id`. */
export function idOf(created: unknown, name: string): string {
  const { [name]: own, id } = Object(created);
  return String(own ?? id);
}

/** Puts another id in the place of an example's, wherever it stands. */
export function withId<T>(value: T, example: string, id: string): T {
  return JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(example), JSON.stringify(id)));
}

/** How many parameters its path has. */
export function depthOf({
  examples,
}: {
  readonly examples: readonly [{ readonly input: CallInput }, ...unknown[]];
}): number {
  return Object.keys(examples[0].input.path).length;
}

/** What is kept under the new id takes up no unique key: the example of a create can be tried beside it. */
async function rename(sandbox: Sandbox, from: string, to: string): Promise<void> {
  const { version, collections } = withId(await sandbox.snapshot(), from, to);
  const entries = Object.entries(collections).map(([name, list]) => [
    name,
    list.map(({ uniqueKey: _, ...stored }) => stored),
  ]);
  await sandbox.restore({ version, collections: Object.fromEntries(entries) });
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
