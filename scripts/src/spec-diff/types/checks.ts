import { stringLiteral } from "../../generate/literal.ts";
import type { Direction } from "../finding.ts";

/** What it means for a caller that a check fails. */
export interface TypeBreak {
  readonly rule: string;
  readonly pointer: string;
  readonly in: "base" | "revision";
  /** Where the same stood in the base, for what is in the revision and not new. */
  readonly basePointer?: string | undefined;
  /** With `{}` where the methods' names belong, and `{s}` where their verb has one if it is one method. */
  readonly message: string;
}

const HELPERS = `type Assignable<From, To> = [From] extends [To] ? true : false;
type Keys<T> = T extends unknown ? keyof T : never;
type Known<T, K> = unknown extends T ? true : K extends Keys<NonNullable<T>> ? true : false;
type MayLack<T, K> = T extends unknown ? (K extends keyof T ? ({} extends Pick<T, K> ? true : false) : true) : never;
type Lacks<From, To, K> = true extends MayLack<NonNullable<From>, K> ? (false extends MayLack<NonNullable<To>, K> ? false : true) : true;
type NullTaken<From, To> = null extends From ? (null extends To ? true : false) : true;
declare const any: never;
`;

/** Questions for the compiler about two versions' types, one a line. Old is `B`, new is `R`. */
export class Checks {
  private readonly lines: string[] = [];
  private readonly breaks: TypeBreak[] = [];

  /** What a caller hands over (or gets) must still be taken. */
  assignable(direction: Direction, base: string, revision: string, then: TypeBreak): number {
    return this.add(`Assignable<${fromTo(direction, base, revision)}>`, then);
  }

  /** What a caller names must still be there: TypeScript counts unknown properties. */
  known(revision: string, property: string, then: TypeBreak): number {
    return this.add(`Known<R.${revision}, ${stringLiteral(property)}>`, then);
  }

  /** What the one side may leave out, the other must not count on. */
  lacks(direction: Direction, base: string, revision: string, property: string, then: TypeBreak): number {
    return this.add(`Lacks<${fromTo(direction, base, revision)}, ${stringLiteral(property)}>`, then);
  }

  nullTaken(direction: Direction, base: string, revision: string, then: TypeBreak): number {
    return this.add(`NullTaken<${fromTo(direction, base, revision)}>`, then);
  }

  /** A caller's old arguments must still suit the method. */
  parameters(type: string, then: TypeBreak): number {
    return this.add(`Assignable<Parameters<B.${type}["call"]>, Parameters<R.${type}["call"]>>`, then);
  }

  /** What the method gives must still be of the old type. */
  result(type: string, then: TypeBreak): number {
    return this.add(`Assignable<ReturnType<R.${type}["call"]>, ReturnType<B.${type}["call"]>>`, then);
  }

  /** @returns What a failed check means. */
  at(index: number): TypeBreak {
    return this.breaks[index] as TypeBreak;
  }

  get size(): number {
    return this.lines.length;
  }

  /** @returns The module, and the line of its first check. */
  text(): { text: string; firstLine: number } {
    const head = `import type * as B from "./base/types.d.ts";\nimport type * as R from "./revision/types.d.ts";\n${HELPERS}`;
    return { text: `${head}${this.lines.join("\n")}\nexport {};\n`, firstLine: head.split("\n").length };
  }

  private add(question: string, then: TypeBreak): number {
    this.breaks.push(then);
    return this.lines.push(`(any as true) satisfies ${question};`) - 1;
  }
}

function fromTo(direction: Direction, base: string, revision: string): string {
  return direction === "request" ? `B.${base}, R.${revision}` : `R.${revision}, B.${base}`;
}
