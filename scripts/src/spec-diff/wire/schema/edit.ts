import { isObject, type JsonObject } from "../../../spec/pointer.ts";
import { type Conjunction, conjunctionOf, type PlainNode } from "./conjunction.ts";
import { listOf, own, type SchemaNode, variantOf } from "./node.ts";
import type { Alone } from "./pair.ts";

/** @returns What a change of some keywords does by itself. */
export function aloneByKeywords(base: Conjunction, revision: Conjunction, keywords: readonly string[]): Alone {
  return {
    base,
    baseWith: replaced(base, revision, keywords),
    revisionWithout: replaced(revision, base, keywords),
    revision,
  };
}

/** @returns What edits of both sides come to: the change made to the base, and taken back from the revision. */
export function aloneByEdits(
  base: Conjunction,
  revision: Conjunction,
  make: (base: Conjunction) => Conjunction,
  undo: (revision: Conjunction) => Conjunction,
): Alone {
  return { base, baseWith: make(base), revisionWithout: undo(revision), revision };
}

/** One conjunction's schemas with some keywords taken from another. */
function replaced(all: Conjunction, other: Conjunction, keywords: readonly string[]): Conjunction {
  const isTaken = (key: string) => keywords.includes(key);
  const kept = all.nodes.map((node) =>
    Object.keys(node.value).some(isTaken) ? filtered(node, `-${keywords}`, (key) => !isTaken(key)) : node,
  );
  const taken = other.nodes
    .filter((node) => Object.keys(node.value).some(isTaken))
    .map((node) => filtered(node, `+${keywords}`, isTaken));
  return joined(all, [...kept, ...taken]);
}

function filtered(node: PlainNode, mark: string, keeps: (key: string) => boolean): SchemaNode {
  return variantOf(node, mark, Object.fromEntries(Object.entries(node.value).filter(([key]) => keeps(key))));
}

function joined(like: Conjunction, nodes: readonly SchemaNode[]): Conjunction {
  const all = conjunctionOf(nodes, like.excluded);
  return like.never ? { ...all, key: `${all.key}!`, never: true } : all;
}

/** @returns The conjunction with each schema's value edited. */
export function edited(all: Conjunction, mark: string, edit: (value: JsonObject) => JsonObject): Conjunction {
  return joined(
    all,
    all.nodes.map((node) => {
      const value = edit(node.value);
      return value === node.value ? node : variantOf(node, mark, value);
    }),
  );
}

/** @returns The conjunction without a property: neither declared nor required. */
export function withoutProperty(all: Conjunction, name: string): Conjunction {
  return edited(all, `-property ${name}`, (value) => {
    const isDeclared = own(value.properties, name) !== undefined;
    const required = listOf(value.required);
    if (!isDeclared && !required.includes(name)) return value;
    const properties = isObject(value.properties) ? { ...value.properties } : undefined;
    if (properties) delete properties[name];
    return {
      ...value,
      ...(properties && { properties }),
      ...(value.required !== undefined && { required: required.filter((one) => one !== name) }),
    };
  });
}

/** @returns The conjunction with a property of another, declared wherever others would be forbidden. */
export function withProperty(all: Conjunction, other: Conjunction, name: string): Conjunction {
  const sources = other.nodes.filter((node) => own(node.value.properties, name) !== undefined);
  const isRequired = other.nodes.some(({ value }) => listOf(value.required).includes(name));
  const added = sources.map((node) =>
    variantOf(node, `+property ${name}`, {
      properties: { [name]: (node.value.properties as JsonObject)[name] },
      ...(isRequired && { required: [name] }),
    }),
  );
  const opened = edited(all, `+name ${name}`, (value) =>
    value.additionalProperties === undefined && value.unevaluatedProperties === undefined
      ? value
      : { ...value, properties: { ...(isObject(value.properties) ? value.properties : {}), [name]: true } },
  );
  return joined(all, [...opened.nodes, ...added]);
}

/**
 * @param like Another conjunction that the change is between.
 * @returns The conjunction with a name added to, or taken from, what is required.
 */
export function withRequirement(all: Conjunction, like: Conjunction, name: string, isRequired: boolean): Conjunction {
  if (!isRequired) {
    return edited(all, `-required ${name}`, (value) =>
      listOf(value.required).includes(name)
        ? { ...value, required: listOf(value.required).filter((one) => one !== name) }
        : value,
    );
  }
  const first = all.nodes[0] ?? like.nodes[0];
  if (!first) return all;
  return joined(all, [...all.nodes, variantOf(first, `+required ${name}`, { required: [name] })]);
}

/** @returns The conjunction with other values listed. */
export function withValues(all: Conjunction, like: Conjunction, values: readonly unknown[]): Conjunction {
  const first = all.nodes[0] ?? like.nodes[0];
  if (!first) return all;
  const bare = edited(all, "-values", ({ enum: listed, const: only, ...rest }) => rest);
  return joined(all, [...bare.nodes, variantOf(first, `values ${JSON.stringify(values)}`, { enum: values })]);
}

/** @returns What a change of a keyword does by itself that only says something beside another. */
export function aloneBeside(base: Conjunction, revision: Conjunction, keyword: string, other: string): Alone {
  const valueIn = (all: Conjunction) => all.nodes.find(({ value }) => value[other] !== undefined)?.value[keyword];
  const replacedBy = (all: Conjunction, from: unknown) =>
    edited(all, `${keyword}=${JSON.stringify(from)}`, ({ [keyword]: _, ...value }) =>
      value[other] === undefined || from === undefined ? value : { ...value, [keyword]: from },
    );
  return {
    base,
    baseWith: replacedBy(base, valueIn(revision)),
    revisionWithout: replacedBy(revision, valueIn(base)),
    revision,
  };
}
