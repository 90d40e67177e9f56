/** The members of an object that are texts, such as credentials by their names. */
export function textsOf(object: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
