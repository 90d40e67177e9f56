import { stringLiteral } from "../../generate/literal.ts";
import type { SpecNode } from "../../generate/spec-node.ts";
import type { Direction } from "../finding.ts";
import type { Changes } from "./changes.ts";
import type { Checks, TypeBreak } from "./checks.ts";
import { aliasOf, type Typed } from "./methods.ts";
import { type Property, type Shape, shapeOf } from "./shape.ts";
import type { TypeModule } from "./type-module.ts";

/** Two versions of one schema in one direction. */
export interface Pair {
  /** Checks of what stands in the schema itself. */
  readonly checks: number[];
  /** The check of the whole type: it tells of a break that no smaller check has found. */
  readonly whole: number;
  readonly children: Set<Pair>;
  readonly parents: Set<Pair>;
}

/** Walks both versions of the schemas that differ, and asks the compiler about each part once. */
export class Pairs {
  readonly base: TypeModule;
  readonly revision: TypeModule;
  private readonly checks: Checks;
  private readonly changes: Changes;
  private readonly known = new Map<string, Pair>();
  private readonly waiting: (() => void)[] = [];

  constructor(base: TypeModule, revision: TypeModule, checks: Checks, changes: Changes) {
    this.base = base;
    this.revision = revision;
    this.checks = checks;
    this.changes = changes;
  }

  /**
   * @param what How a message calls the value: a property's name, or "the body".
   * @returns The pair; `undefined` where nothing differs.
   */
  visit(base: Typed, revision: Typed, direction: Direction, what: string): Pair | undefined {
    if (!this.changes.between(base.node.pointer, revision.node.pointer)) return undefined;
    const [before, after] = [this.base.named(canonical(base)), this.revision.named(canonical(revision))];
    const target = after.node.target().pointer;
    const key = `${direction} ${before.node.target().pointer} ${target}`;
    const seen = this.known.get(key);
    if (seen) return seen;
    const name = componentName(after.node) ?? what;
    const pair: Pair = {
      checks: [],
      whole: this.checks.assignable(direction, before.type, after.type, {
        rule: "type-changed",
        pointer: target,
        in: "revision",
        basePointer: before.node.target().pointer,
        message: valueMessage(direction, name),
      }),
      children: new Set(),
      parents: new Set(),
    };
    this.known.set(key, pair);
    this.waiting.push(() => this.inside(pair, before, after, direction, name));
    return pair;
  }

  /** Goes into everything that was visited: not by recursion, as schemas can refer to each other in long chains. */
  finish(): void {
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) next();
  }

  private inside(pair: Pair, before: Typed, after: Typed, direction: Direction, name: string): void {
    const [base, revision] = [shapeOf(before.node), shapeOf(after.node)];
    if (isLeaf(base) || isLeaf(revision)) return;
    const nullBreak: TypeBreak = {
      rule: "null",
      pointer: after.node.target().pointer,
      in: "revision",
      basePointer: before.node.target().pointer,
      message: direction === "request" ? `{} no longer take{s} null for ${name}` : `{} may now give null for ${name}`,
    };
    pair.checks.push(this.checks.nullTaken(direction, before.type, after.type, nullBreak));
    for (const [key, property] of base.properties) {
      const other = revision.properties.get(key);
      if (other) this.property(pair, before, after, direction, key, property, other);
      else pair.checks.push(this.checks.known(after.type, key, removed(direction, key, property)));
    }
    for (const [key, property] of revision.properties) {
      if (
        direction === "request" &&
        property.required &&
        !property.inUnion &&
        !base.properties.has(key) &&
        base.branches.size === 0
      )
        pair.checks.push(this.checks.lacks(direction, before.type, after.type, key, lacking(direction, key, property)));
    }
    this.branches(pair, before, after, direction, name, base, revision);
    const child = (wrapper: string, one: SpecNode | undefined, other: SpecNode | undefined) => {
      if (!one || !other) return;
      this.add(pair, one, `${wrapper}<${before.type}>`, other, `${wrapper}<${after.type}>`, direction, name);
    };
    child("_Item", base.items, revision.items);
    child("_Rest", base.rest, revision.rest);
  }

  private property(
    pair: Pair,
    before: Typed,
    after: Typed,
    direction: Direction,
    key: string,
    base: Property,
    revision: Property,
  ): void {
    // What stands in one of several alternatives, or twice, is judged with the whole that it stands in.
    if (base.inUnion || revision.inUnion || base.nodes.length > 1 || revision.nodes.length > 1) return;
    const isStricter =
      direction === "request" ? !base.required && revision.required : base.required && !revision.required;
    if (isStricter)
      pair.checks.push(
        this.checks.lacks(direction, before.type, after.type, key, lacking(direction, key, revision, base)),
      );
    const typeIn = ({ type }: Typed) => `_Value<${type}, ${stringLiteral(key)}>`;
    const [one, other] = [base.nodes[0] as SpecNode, revision.nodes[0] as SpecNode];
    this.add(pair, one, typeIn(before), other, typeIn(after), direction, `\`${key}\``);
  }

  private branches(
    pair: Pair,
    before: Typed,
    after: Typed,
    direction: Direction,
    name: string,
    base: Shape,
    revision: Shape,
  ): void {
    if (base.branches.size === 0 && revision.branches.size === 0) return;
    const [ours, theirs] = [branchesOf(before, base), branchesOf(after, revision)];
    for (const [reference, node] of direction === "request" ? ours : theirs) {
      const type = aliasOf(reference);
      const other = (direction === "request" ? theirs : ours).get(reference);
      if (type === undefined) continue;
      if (other) {
        const [one, two] = direction === "request" ? [node, other] : [other, node];
        this.add(pair, one, type, two, type, direction, name);
        continue;
      }
      const then: TypeBreak = {
        rule: "branch",
        pointer: node.pointer,
        in: direction === "request" ? "base" : "revision",
        message:
          direction === "request"
            ? `{} no longer take{s} a \`${reference.split("/").at(-1)}\` for ${name}`
            : `{} may now give a \`${reference.split("/").at(-1)}\` for ${name}`,
      };
      pair.checks.push(
        direction === "request"
          ? this.checks.assignable(direction, this.base.declare(type), after.type, then)
          : this.checks.assignable(direction, before.type, this.revision.declare(type), then),
      );
    }
  }

  private add(
    pair: Pair,
    base: SpecNode,
    baseType: string,
    revision: SpecNode,
    revisionType: string,
    direction: Direction,
    what: string,
  ): void {
    const child = this.visit({ node: base, type: baseType }, { node: revision, type: revisionType }, direction, what);
    if (!child) return;
    pair.children.add(child);
    child.parents.add(pair);
  }
}

function isLeaf({ properties, items, rest, branches }: Shape): boolean {
  return properties.size === 0 && branches.size === 0 && !items && !rest;
}

function branchesOf({ node }: Typed, { branches }: Shape): ReadonlyMap<string, SpecNode> {
  if (branches.size > 0 || node.reference === undefined) return branches;
  return new Map([[node.reference, node]]);
}

/** A component's type has a name, which all that refer to it share. */
function canonical({ node, type }: Typed): Typed {
  return { node, type: aliasOf(node.reference ?? "") ?? type };
}

function componentName({ reference }: SpecNode): string | undefined {
  const name = /^#\/components\/schemas\/([^/]+)$/.exec(reference ?? "")?.[1];
  return name && `\`${name}\``;
}

function removed(direction: Direction, key: string, { nodes }: Property): TypeBreak {
  return {
    rule: direction === "request" ? "request-property-removed" : "answer-property-removed",
    pointer: (nodes[0] as SpecNode).pointer,
    in: "base",
    message: direction === "request" ? `{} no longer accept{s} \`${key}\`` : `{} no longer give{s} \`${key}\``,
  };
}

function lacking(direction: Direction, key: string, { nodes }: Property, base?: Property): TypeBreak {
  return {
    rule: direction === "request" ? "request-property-required" : "answer-property-optional",
    pointer: (nodes[0] as SpecNode).pointer,
    in: "revision",
    basePointer: base?.nodes[0]?.pointer,
    message: direction === "request" ? `{} now require{s} \`${key}\`` : `{} may now leave out \`${key}\``,
  };
}

function valueMessage(direction: Direction, name: string): string {
  return direction === "request"
    ? `{} no longer take{s} every value that the type of ${name} allowed`
    : `{} may now give a value for ${name} that its old type doesn't allow`;
}
