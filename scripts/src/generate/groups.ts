import { type Names, pascalCase } from "./identifiers.ts";
import type { Operation } from "./operation.ts";
import type { SpecNode } from "./spec-node.ts";

/** A group of methods: `customers`, and in it `customers.sources`. */
export interface Group {
  /** What its interface is, for its documentation. */
  readonly title: string;
  /** The name of its interface. */
  readonly type: string;
  readonly methods: Map<string, Operation>;
  readonly groups: Map<string, Group>;
}

/** @returns The client as a group, without any methods yet. */
export function clientGroup(type: string): Group {
  return { title: "The client's methods.", type, methods: new Map(), groups: new Map() };
}

/**
 * Puts an operation's method where it sits, in groups that are made for it where there are none.
 *
 * @throws {UnusableSpecError} When the place is taken, by another method or by a group.
 */
export function addMethod(client: Group, operation: Operation, names: Names): void {
  const path = operation.place.slice(0, -1);
  const group = path.reduce((parent, _, depth) => groupAt(parent, operation, depth, names), client);
  const name = operation.place.at(-1) as string;
  const other = group.methods.get(name);
  if (other || group.groups.has(name)) failTaken(operation, other?.node);
  group.methods.set(name, operation);
}

function groupAt(parent: Group, operation: Operation, depth: number, names: Names): Group {
  const name = operation.place[depth] as string;
  const known = parent.groups.get(name);
  if (known) return known;
  const other = parent.methods.get(name);
  if (other) failTaken(operation, other.node);
  const path = operation.place.slice(0, depth + 1);
  const type = `${path.map(pascalCase).join("")}Methods`;
  const group: Group = {
    title: `The methods of \`${path.join(".")}\`.`,
    type: names.claim(type, operation.node, `the methods of ${path.join(".")}`),
    methods: new Map(),
    groups: new Map(),
  };
  parent.groups.set(name, group);
  return group;
}

function failTaken({ node, place }: Operation, other: SpecNode | undefined): never {
  const method = node.at("/x-client/method") ?? node;
  const owner = other ? `the operation on line ${other.source.lineOf(other.pointer).line}` : "a group of methods";
  return method.fail(`expected a place on the client that isn't taken: ${place.join(".")} belongs to ${owner}`);
}
