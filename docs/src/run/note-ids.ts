import type { Call, CallInput } from "../samples/call.ts";
import { idOf } from "./prepare.ts";
import type { Session } from "./session.ts";

/** A call that was made, among all of the provider's. */
export interface MadeCall {
  readonly session: Session;
  readonly calls: readonly Call[];
  readonly call: Call;
  readonly input: CallInput;
}

/** What a method's parameters or results belong to: `customers` and `customers.sources` for `customers.sources.get`. */
export function groupsOf(method: string): string[] {
  const names = method.split(".").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("."));
}

/** Keeps the id of what was created, so that another page can offer it, and drops that of what was deleted. */
export function noteIds({ session, calls, call, input }: MadeCall, value: unknown): void {
  const groups = groupsOf(call.method);
  const own = groups.at(-1) ?? "";
  const values = Object.values(input.path);
  if (call.verb === "POST") {
    const named = calls.flatMap(({ examples }) => Object.keys(examples[0].input.path)[values.length] ?? []);
    const id = idOf(value, named[0] ?? "id");
    if (id !== "undefined") session.remember(own, id);
  }
  if (call.verb !== "DELETE") return;
  const last = values.length === groups.length ? values.at(-1) : undefined;
  for (const id of session.ids(own)) {
    if (id === last || (input.body !== undefined && JSON.stringify(input.body).includes(JSON.stringify(id))))
      session.forget(own, id);
  }
}
