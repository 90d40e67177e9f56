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
  // As JSON, since that is how a date, or whatever else has a toJSON, was sent. `created[gt]` counts as `created`.
  JSON.stringify(input, (name, member) => {
    if (!sensitive.includes(name.replace(/\[.*/, ""))) return typeof member === "object" ? member : undefined;
    JSON.stringify(member, (_, leaf) => {
      if (typeof leaf === "object") return leaf;
      if (leaf) values.push(String(leaf));
    });
  });
  // Longest first: masking a part of a value early would hide the rest of it from the search.
  const plain = values.map(unescaped).sort((a, b) => b.length - a.length);
  // One character until the end: `*` as a value would else find the masks of the values before it, and double them each time.
  return (
    plain
      // One or two letters or digits say something of somebody as a word alone, not within a code or an id.
      .reduce(
        (masked, value) =>
          value ? masked.replaceAll(/^\w\w?$/.test(value) ? RegExp(`\\b${value}\\b`, "g") : value, "\0") : masked,
        unescaped(text),
      )
      .slice(0, 1_000)
      // What looks personal wherever it comes from: e-mail addresses, and telephone numbers but not ids (cus_1526753334131306496).
      .replace(/\S+@\S+|(?<![\w-])\+?\d{7,}/g, "\0")
      .replace(/\0+/g, "***")
  );
}

/** A text without the escapes of JSON and URLs: a value is found in it whichever way, and however often, it was quoted. */
function unescaped(text: string): string {
  // Looked for from the first backslash of a run only: from each of them, a long run takes the square of its length.
  return text
    .replace(/(?<!\\)\\+u([\da-f]{4})/gi, (_, code) => JSON.parse(`"\\u${code}"`))
    .replace(/(%[\da-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    })
    .replace(/(?<!\\)\\+[bfnrt]|\s/g, " ")
    .replaceAll("\\", "")
    .trim();
}
