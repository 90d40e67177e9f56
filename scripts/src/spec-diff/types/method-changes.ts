import { outlineOf } from "../../spec/outline.ts";
import type { TypeBreak } from "./checks.ts";
import type { Method } from "./methods.ts";
import type { TypesSide } from "./types-side.ts";

/** A change that a look at the names tells, and the methods that it touches. */
export interface NameChange extends TypeBreak {
  readonly kind: "breaking" | "additive";
  readonly methods: readonly Method[];
}

/** @returns The methods that are gone, have another name, or are new. */
export function methodChanges(base: TypesSide, revision: TypesSide): NameChange[] {
  const gone = [...base.methods.values()].filter(({ name }) => !revision.methods.has(name));
  const added = new Map([...revision.methods].filter(([name]) => !base.methods.has(name)));
  const changes = gone.map((method): NameChange => {
    const successor = [...added.values()].find((other) => isSame(method, other));
    if (successor === undefined) {
      const { pointer } = method.node;
      const message = "{} is gone";
      return { kind: "breaking", rule: "method-removed", pointer, in: "base", message, methods: [method] };
    }
    added.delete(successor.name);
    const key = successor.isGenerated ? "x-client/method" : "operationId";
    const pointer = (successor.node.at(`/${key}`) ?? successor.node).pointer;
    const message = `{} is \`${successor.name}\` now`;
    return { kind: "breaking", rule: "method-moved", pointer, in: "revision", message, methods: [method] };
  });
  const news = [...added.values()].map((method): NameChange => {
    const { pointer } = method.node;
    return { kind: "additive", rule: "method-added", pointer, in: "revision", message: "{} is new", methods: [method] };
  });
  return [...changes, ...news];
}

function isSame(method: Method, other: Method): boolean {
  const id = method.node.get("operationId")?.value;
  return method.route === other.route || (id !== undefined && id === other.node.get("operationId")?.value);
}

/** @returns The names that the package exports no more, unless the methods that they belonged to are gone too. */
export function exportChanges(base: TypesSide, revision: TypesSide): NameChange[] {
  if (!base.client || !revision.client) return [];
  const before = exportsOf(base);
  const after = exportsOf(revision);
  const kept = (method: Method) => revision.methods.has(method.name);
  return [...before].flatMap(([name, { pointer, methods }]): NameChange[] => {
    if (after.has(name) || (methods.length > 0 && !methods.some(kept))) return [];
    const message = `the package exports the type \`${name}\` no more`;
    return [{ kind: "breaking", rule: "type-removed", pointer, in: "base", message, methods: methods.filter(kept) }];
  });
}

/** @returns The names of the provider's hosts that can't be chosen any more. */
export function environmentChanges(base: TypesSide, revision: TypesSide): NameChange[] {
  if (!base.client || !revision.client) return [];
  const left = revision.client.provider.environments;
  const servers = base.root.get("servers")?.items() ?? [];
  return Object.keys(base.client.provider.environments).flatMap((name): NameChange[] => {
    if (Object.hasOwn(left, name)) return [];
    const server = servers.find((one) => one.at("/x-client/environment")?.value === name) ?? base.root;
    const message = `the client has no environment \`${name}\` any more`;
    const methods = [...revision.methods.values()];
    return [{ kind: "breaking", rule: "environment-removed", pointer: server.pointer, in: "base", message, methods }];
  });
}

interface Exported {
  readonly pointer: string;
  readonly methods: readonly Method[];
}

function exportsOf({ client, methods, root }: TypesSide): Map<string, Exported> {
  const exported = new Map<string, Exported>();
  if (!client) return exported;
  const outline = outlineOf(root.source.document);
  const reached = [...methods.values()].map((method) => {
    const part = outline.at(method.node.pointer);
    return { method, parts: new Set(part && outline.reachableFrom(part)) };
  });
  for (const [name, { pointer }] of client.schemas) {
    const part = outline.at(pointer);
    const users = reached.filter(({ parts }) => part !== undefined && parts.has(part));
    exported.set(name, { pointer, methods: users.map(({ method }) => method) });
  }
  for (const method of methods.values()) {
    for (const { name } of method.operation?.aliases ?? [])
      exported.set(name, { pointer: method.node.pointer, methods: [method] });
  }
  exported.set(`${client.provider.name}Client`, { pointer: "/x-client/name", methods: [] });
  return exported;
}
