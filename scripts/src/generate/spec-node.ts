import { pointerOf } from "../spec/outline.ts";
import { childPointer, isObject, segmentsOf } from "../spec/pointer.ts";
import { type Problem, UnusableSpecError } from "../spec/problem.ts";
import type { Spec } from "../spec/read-spec.ts";

/** What every node of one spec shares. */
interface Source extends Spec {
  /** The file's name, as messages show it. */
  readonly file: string;
}

const MAX_REFERENCES = 100;

/** A value in a spec that knows where it stands. Only own members are ever looked at. */
export class SpecNode {
  readonly source: Source;
  readonly pointer: string;
  readonly value: unknown;

  constructor(source: Source, pointer: string, value: unknown) {
    this.source = source;
    this.pointer = pointer;
    this.value = value;
  }

  /** @returns The member of that name (of a list: the item at that index), references not followed. */
  get(key: string): SpecNode | undefined {
    const { value } = this;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    return new SpecNode(this.source, childPointer(this.pointer, key), (value as Record<string, unknown>)[key]);
  }

  /**
   * @param expected What the member should be, for the message.
   * @throws {UnusableSpecError} When there is none.
   */
  need(key: string, expected: string): SpecNode {
    return this.get(key) ?? this.fail(`expected ${key}: ${expected}`);
  }

  /**
   * @returns The member's text, or `undefined` when there is no such member.
   * @throws {UnusableSpecError} When it is something else.
   */
  text(key: string): string | undefined {
    const member = this.get(key);
    if (member === undefined || typeof member.value === "string") return member?.value as string | undefined;
    return member.fail(`expected ${key} to be text`);
  }

  /** @returns The items of a list, or nothing for what isn't one. */
  items(): SpecNode[] {
    return Array.isArray(this.value) ? this.value.map((_, index) => this.get(String(index)) as SpecNode) : [];
  }

  /** @returns The members of a mapping in the document's order, or nothing for what isn't one. */
  entries(): [key: string, node: SpecNode][] {
    return isObject(this.value) ? Object.keys(this.value).map((key) => [key, this.get(key) as SpecNode]) : [];
  }

  /** The text of its `$ref`. */
  get reference(): string | undefined {
    return isObject(this.value) && typeof this.value.$ref === "string" ? this.value.$ref : undefined;
  }

  /**
   * @returns The node that its `$ref` leads to, through further ones; itself without a `$ref`.
   * @throws {UnusableSpecError} When that leads nowhere or in a circle.
   */
  target(): SpecNode {
    let node: SpecNode = this;
    for (let step = 0; step < MAX_REFERENCES; step++) {
      const { reference } = node;
      if (reference === undefined) return node;
      node = node.find(reference) ?? this.fail(`expected a $ref into this document, found ${reference}`);
    }
    return this.fail("expected a $ref that doesn't lead back to itself");
  }

  /** @returns The node that a reference to this document leads to, further ones not followed. */
  find(reference: string): SpecNode | undefined {
    return this.root().at(pointerOf(reference));
  }

  /** @returns The node at a JSON pointer from here. */
  at(pointer: string): SpecNode | undefined {
    return segmentsOf(pointer).reduce<SpecNode | undefined>((node, segment) => node?.get(segment), this);
  }

  /** The document's root. */
  root(): SpecNode {
    return new SpecNode(this.source, "", this.source.document);
  }

  /** @throws {UnusableSpecError} Always, with the node's place. */
  fail(message: string): never {
    throw new UnusableSpecError([this.problem(message)]);
  }

  /** @returns A problem at this node's place. */
  problem(message: string): Problem {
    return { file: this.source.file, ...this.source.lineOf(this.pointer), message };
  }
}
