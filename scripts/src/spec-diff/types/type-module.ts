import type { Typed } from "./methods.ts";

const HEADER = `import type { components, operations, paths } from "./schema.d.ts";

export type _Value<T, K extends PropertyKey> = Exclude<NonNullable<T> extends infer O ? (O extends unknown ? (K extends keyof O ? O[K] : never) : never) : never, undefined>;
export type _Item<T> = T extends readonly (infer I)[] ? I : never;
export type _Rest<T> = T extends unknown ? (string extends keyof T ? T[string] : never) : never;
interface CallOptions { readonly "options of a call"?: never }
interface PageList<T> { readonly item: T }
`;

// Names with an underscore: no name that comes from a spec has one in front.

/** A module of type aliases over one version's generated types. Each expression is declared once. */
export class TypeModule {
  private readonly names = new Map<string, string>();

  /** @returns The name of the alias. */
  declare(expression: string): string {
    const name = this.names.get(expression) ?? `_${this.names.size}`;
    this.names.set(expression, name);
    return name;
  }

  /** @returns A type, with its expression replaced by an alias. */
  named({ node, type }: Typed): Typed {
    return { node, type: /^_\d+$/.test(type) ? type : this.declare(type) };
  }

  /** @param declarations What else the expressions use. */
  text(declarations: string): string {
    const aliases = [...this.names].map(([expression, name]) => `export type ${name} = ${expression};\n`);
    return HEADER + declarations + aliases.join("");
  }
}
