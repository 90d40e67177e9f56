// Rules that are broken by a signature, the same for every provider that has one.
import fc, { type Arbitrary } from "fast-check";
import type { Signing } from "./case.ts";
import type { Operation } from "./operations.ts";
import type { BrokenSigning } from "./provider.ts";

/** Times that are off by more than a tolerance, the first ones beyond it among them; in milliseconds. */
export function outside(tolerance: number, unit: number): Arbitrary<number> {
  const beyond = fc
    .oneof(fc.constant(1), fc.integer({ min: 1, max: 1_000_000 }))
    .map((units) => tolerance + units * unit);
  return fc.tuple(beyond, fc.boolean()).map(([offset, isPast]) => (isPast ? -offset : offset));
}

/** Ids that stay one segment of a path, and aren't taken for a placeholder. */
export function otherThan(ids: Arbitrary<string>): Arbitrary<string> {
  return ids.filter((id) => !/^\.{1,2}$/.test(id));
}

/**
 * A signature that is missing, garbled, somebody else's, or of another request.
 *
 * @param header The header that has the signature.
 */
export function aroundSignature(
  { method, path, body }: Operation,
  header: string,
  { signsMethod }: { readonly signsMethod: boolean },
): BrokenSigning[] {
  const broken = (rule: string, signing: Arbitrary<Signing>): BrokenSigning => ({
    rule: `signature: ${rule}`,
    signing,
    expected: ["signature"],
  });
  const garbled = fc.oneof(
    fc.constantFrom("", "0", "null", "0".repeat(64), "A".repeat(172), `${"A".repeat(171)}=`),
    fc.stringMatching(/^[0-9a-f]{64}$/),
    fc.stringMatching(/^[ -~]{1,40}$/),
  );
  const over = (more: Signing["over"]) => fc.constant<Signing>({ over: more ?? {} });
  return [
    broken("required", fc.constant({ headers: { [header]: null } })),
    broken(
      "garbled",
      garbled.map((value) => ({ headers: { [header]: value } })),
    ),
    broken("by another key", fc.constant({ otherKey: true })),
    // The query is what tells it from a signature over the path alone.
    broken(
      "over another query",
      fc.stringMatching(/^z[a-z]{1,5}$/).map((value) => ({ over: { query: [`z=${value}`] } })),
    ),
    broken("over no query", over({ query: [] })),
    ...(path.includes("{")
      ? [broken("over another path", over({ path: path.replace(/\{\w+\}/g, "somebody-else") }))]
      : []),
    ...(body ? [broken("over another body", over({ body: "{} " })), broken("over no body", over({ body: "" }))] : []),
    ...(signsMethod
      ? [
          broken(
            "over another method",
            over({ method: method === "GET" ? "DELETE" : method === "DELETE" ? "GET" : "PATCH" }),
          ),
        ]
      : []),
  ];
}
