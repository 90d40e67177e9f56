/** What stands in place of a secret or personal value. */
const mask = "***";

// What looks personal wherever it comes from: e-mail addresses, and telephone numbers but not ids (cus_1526753334131306496).
const personal = /\S+@\S+|(?<![\w-])\+?\d{7,}/g;

/** Whether the values under a name are a secret or a person's: `created[gt]` counts as `created`. */
function isSensitive(sensitive: readonly string[], name: string): boolean {
  return sensitive.includes(name.replace(/\[.*/, ""));
}

/**
 * A provider's text with everything masked that the call's own arguments or credentials show to be secret or personal, and
 * whatever looks like an e-mail address or a telephone number. At most 1,000 characters of it: it should be a sentence.
 *
 * @param sensitive - Names whose values, and all that is below them, are secret or personal.
 * @param input - The call's arguments.
 * @param secrets - Credentials, and headers that were sent.
 */
export function maskText(
  text: string,
  sensitive: readonly string[],
  input: object,
  secrets: readonly string[],
): string {
  // A token stands in a message without the scheme that it has in its header.
  const values = secrets.map((secret) => secret.replace(/^\w+ /, ""));
  const collect = (value: unknown, isHidden: boolean) => {
    if (Object(value) === value) {
      for (const [name, member] of Object.entries(value as object))
        collect(member, isHidden || isSensitive(sensitive, name));
    } else if (isHidden && value) values.push(`${value}`);
  };
  collect(input, false);
  // Longest first: masking a part of a value early would hide the rest of it from the search.
  values.sort((a, b) => b.length - a.length);
  return values
    .reduce((masked, value) => masked.replaceAll(value, mask), text)
    .slice(0, 1_000)
    .replace(personal, mask);
}
