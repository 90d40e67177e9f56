// Reads what tests and the control API's callers hand over: anything that isn't expected is refused, and named.

/** A value and what it is called: `fault.status`. */
export interface Named {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Reads an object.
 *
 * @param name What it is called; nothing for the whole of what was handed over.
 * @param expected The names of the fields that it may have.
 * @returns A function that gives the field of a name.
 * @throws TypeError when it is no object, or has another field.
 */
export function readObject<Field extends string>(
  name: string,
  value: unknown,
  expected: readonly Field[],
): (field: Field) => Named {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw unexpected({ name, value }, `an object with ${expected.join(", ")}`);
  }
  const nameOf = (field: string) => (name ? `${name}.${field}` : field);
  for (const field of Object.keys(value)) {
    if (!(expected as readonly string[]).includes(field)) {
      throw new TypeError(`${nameOf(field)}: there is no such field; expected one of ${expected.join(", ")}`);
    }
  }
  return (field) => ({
    name: nameOf(field),
    value: Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined,
  });
}

/** @throws TypeError when it isn't a whole number from the one to the other. */
export function readInteger({ name, value }: Named, from: number, to: number): number {
  if (Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to) return value as number;
  throw unexpected({ name, value }, `a whole number from ${from} to ${to}`);
}

/** @throws TypeError when it isn't one of the texts. */
export function readChoice<Choice extends string>({ name, value }: Named, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw unexpected({ name, value }, `one of ${choices.join(", ")}`);
  return found;
}

/** Reads a value that may be left out. */
export function optional<Value>(named: Named, read: (named: Named) => Value): Value | undefined {
  return named.value === undefined ? undefined : read(named);
}

/** @returns The error that says what was expected, and what was found. */
export function unexpected({ name, value }: Named, expected: string): TypeError {
  const found = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  const shown = found.length > 100 ? `${found.slice(0, 100)}…` : found;
  return new TypeError(`${name ? `${name}: ` : ""}expected ${expected}, found ${shown}`);
}
