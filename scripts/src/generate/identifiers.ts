import type { SpecNode } from "./spec-node.ts";

// Words that a strict ES module doesn't allow as a binding.
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public return " +
    "static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

// Members that every object has, and `then`, which would make `await client.customers` call it.
const FORBIDDEN_MEMBERS = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype", "then", "toJSON"]);

const LOWER_CAMEL = /^[a-z][A-Za-z0-9]*$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*$/;

/** @returns Whether a name can be that of a constant. */
export function isConstantName(name: string): boolean {
  return LOWER_CAMEL.test(name) && !RESERVED.has(name) && !FORBIDDEN_MEMBERS.has(name);
}

/**
 * @param name A name from a spec that becomes a constant, such as an operationId.
 * @throws {UnusableSpecError} When it isn't a lower camel case identifier, or is a word of the language.
 */
export function checkConstantName(name: string, node: SpecNode): string {
  if (isConstantName(name)) return name;
  return node.fail(`expected a name such as createCustomer that isn't a word of the language, found ${quote(name)}`);
}

/**
 * @param name A name from a spec that becomes a type, such as a schema's.
 * @throws {UnusableSpecError} When it isn't a Pascal case identifier.
 */
export function checkTypeName(name: string, node: SpecNode): string {
  if (PASCAL.test(name)) return name;
  return node.fail(`expected a name in Pascal case, such as Customer, found ${quote(name)}`);
}

/** @returns Whether a name can be that of a member of the client. */
export function isMemberName(name: string): boolean {
  return LOWER_CAMEL.test(name) && !FORBIDDEN_MEMBERS.has(name);
}

/**
 * @param name A name from a spec that becomes a member of the client: `customers`, `create`, `delete`.
 * @throws {UnusableSpecError} When it isn't a lower camel case identifier, or every object already has it.
 */
export function checkMemberName(name: string, node: SpecNode): string {
  if (isMemberName(name)) return name;
  return node.fail(
    `expected a name such as create that not every object has and that isn't "then", found ${quote(name)}`,
  );
}

/**
 * @param name A path parameter's name as on the wire.
 * @param taken Names that mean something else where the argument is used.
 * @returns A name for its argument, in lower camel case: `customer_id` gives `customerId`.
 * @throws {UnusableSpecError} When no identifier can be made of it.
 */
export function argumentName(name: string, taken: ReadonlySet<string>, node: SpecNode): string {
  const camel = camelCase(name);
  if (!LOWER_CAMEL.test(camel))
    return node.fail(`expected a parameter name of ASCII letters and digits, found ${quote(name)}`);
  return RESERVED.has(camel) || taken.has(camel) ? `${camel}Parameter` : camel;
}

/** @returns The words of a text, in lower camel case: `customer_id` gives `customerId`. */
export function camelCase(text: string): string {
  const pascal = pascalCase(text);
  // An acronym in front goes down as a whole: `URLParts` gives `urlParts`.
  return pascal.replace(/^(?:[A-Z]+(?![a-z])|[A-Z])/, (head) => head.toLowerCase());
}

/** @returns The words of a text, in Pascal case: `full-repository` gives `FullRepository`. */
export function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

/** @returns Whether a name can stand unquoted as a key of an object literal. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

/** The names that one generated module declares or uses; each means one thing. */
export class Names {
  private readonly taken = new Map<string, string>();

  /** @param reserved Names that the module uses for something else. */
  constructor(reserved: readonly string[]) {
    for (const name of reserved) this.taken.set(name, "the generated module itself");
  }

  /**
   * @param owner What the name is for, as a message says it.
   * @returns The name.
   * @throws {UnusableSpecError} When it is taken.
   */
  claim(name: string, node: SpecNode, owner: string): string {
    const other = this.taken.get(name);
    if (other !== undefined)
      node.fail(`expected a name for ${owner} that isn't taken: ${name} already belongs to ${other}`);
    this.taken.set(name, `${owner} (line ${node.source.lineOf(node.pointer).line})`);
    return name;
  }

  has(name: string): boolean {
    return this.taken.has(name);
  }
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
