import fc from "fast-check";

/** Any text: graphemes, astral code points, controls, and halves of surrogate pairs on their own. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.oneof(fc.nat({ max: 0xffff }), fc.constantFrom(0x25, 0x2e, 0x2f, 0xd83d, 0xde00)))
    .map((units) => String.fromCharCode(...units)),
);
