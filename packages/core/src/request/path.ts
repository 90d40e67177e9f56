import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";

// What would make another path of the id once a server or a proxy has decoded it, and half of a surrogate pair.
const leavesItsSegment = /^\.{0,2}$|[/\\\p{Cc}\p{Cs}]/u;

/**
 * Puts path parameters into a path template, percent-encoded.
 *
 * @param template - The path with `{name}` for each parameter.
 * @param parameters - Strings or numbers by name.
 * @throws InvalidArgumentError for a value that is missing, empty, `.`, `..`, or has a slash, a backslash or a control character in
 * it, as it stands or percent-decoded: it would address something else (`DELETE /customers/` for `DELETE /customers/{id}`).
 */
export function expandPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : "";
    const text = typeof value === "number" ? `${value}` : value;
    if (typeof text === "string" && !leavesItsSegment.test(text) && !leavesItsSegment.test(decoded(text))) {
      return encodeURIComponent(text);
    }
    throw new InvalidArgumentError(`${name}: expected an id; not empty, "." or "..", and without slashes`);
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
