import { check, checkText } from "../errors/invalid-argument-error.ts";

// Not what would make another path of the id, also once a server or a proxy has decoded it twice; nor half of a surrogate pair.
const staysInItsSegment = /^(?!(\.|%2e){0,2}$)([^/\\%\p{Cc}\p{Cs}]|%(?!2f|5c|7f|[01][\da-f]|c2%[89]))+$/iu;

/**
 * Puts path parameters into a path template, percent-encoded.
 *
 * @param template - The path with `{name}` for each parameter.
 * @param parameters - Strings or numbers by name.
 * @throws InvalidArgumentError for a value that is missing, empty, `.`, `..`, or has a slash, a backslash or a control character in
 * it, as it stands or percent-decoded: it would address something else (`DELETE /customers/` for `DELETE /customers/{id}`).
 */
export function expandPath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  // A loop: a callback of `replace` made a call 3 % slower.
  let path = template;
  for (const [name, value] of Object.entries(parameters)) {
    const text = typeof value === "number" ? `${value}` : value;
    const id = checkText(name, text, staysInItsSegment, 'an id without slashes; not empty, "." or ".."');
    path = path.replace(`{${name}}`, encodeURIComponent(id));
  }
  check(!path.includes("{"), "path", `a value for each parameter of ${template}`);
  return path;
}
