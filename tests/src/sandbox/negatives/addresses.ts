// Paths and methods that a provider doesn't have.
import fc, { type Arbitrary } from "fast-check";
import type { Broken, Draft } from "./case.ts";
import type { Operation } from "./operations.ts";
import type { ProviderRules } from "./provider.ts";

/** Makes another path of one that is there. */
type Change = (path: string) => string;

const methods = ["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD"];

/**
 * Requests that go to a path or a method that isn't there.
 *
 * @param drafts Valid requests of the operation.
 */
export function brokenAddresses(operation: Operation, rules: ProviderRules, drafts: Arbitrary<Draft>): Broken[] {
  const segments = operation.path.split("/").slice(1);
  const literals = segments.flatMap((segment, index) => (segment.startsWith("{") ? [] : [index + 1]));
  const atLiteral = (change: Change) =>
    fc.constantFrom(...literals).map(
      (index): Change =>
        (path) => {
          const all = path.split("/");
          return all.with(index, change(all[index] ?? "")).join("/");
        },
    );
  const emptySegment =
    (index: number): Change =>
    (path) =>
      path
        .split("/")
        .toSpliced(index + 1, 0, "")
        .join("/");
  const changed = (rule: string, changes: Arbitrary<Change>): Broken => ({
    rule: `path: ${rule}`,
    expected: ["address"],
    cases: fc.tuple(drafts, changes).map(([draft, change]) => ({
      draft: { ...draft, path: change(draft.path.replace(/\/$/, "")) },
    })),
  });
  const slash = fc.constant<Change>((path) => `${path}/`);
  const garbled = fc.constantFrom("%FF", "%C3", "%zz", "%").map(
    (bad): Change =>
      (path) =>
        path + bad,
  );
  const more = fc.stringMatching(/^[a-z]{1,9}$/).map(
    (name): Change =>
      (path) =>
        `${path}/${name}/${name}/${name}`,
  );
  const otherCases = atLiteral(otherCase).filter((change) => change(operation.path) !== operation.path);
  return [
    changed(
      "known",
      atLiteral((segment) => `${segment}x`),
    ),
    changed("in the case that it has", otherCases),
    changed("as long as it is", more),
    changed("without empty segments", fc.constantFrom(...segments.keys()).map(emptySegment)),
    ...(rules.trailingSlash ? [] : [changed("without a slash at its end", slash)]),
    ...(operation.path.endsWith("}") ? [changed("percent-encoded UTF-8", garbled)] : []),
    otherMethods(operation, drafts),
  ];
}

function otherMethods(operation: Operation, drafts: Arbitrary<Draft>): Broken {
  const others = methods.filter((method) => !operation.methods.includes(method));
  return {
    rule: "method: known",
    expected: ["address"],
    cases: fc.tuple(drafts, fc.constantFrom(...others)).map(([{ body, ...draft }, method]) => {
      const mayHaveBody = body !== undefined && method !== "GET" && method !== "HEAD";
      return { draft: { ...draft, method, ...(mayHaveBody && { body }) } };
    }),
  };
}

function otherCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}
