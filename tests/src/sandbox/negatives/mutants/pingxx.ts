import { type Mutant, unchecked } from "../mutant.ts";

const signatureCheck = 'if (signature === null || timestamp === "" || !(await verify(parts, signature, publicKey)))';

/** Bugs that Ping++'s sandbox could have. */
export const pingxx: readonly Mutant[] = [
  {
    bug: "a signature isn't needed",
    provider: "pingxx",
    file: "pingxx/authenticate.js",
    replace: [
      signatureCheck,
      signatureCheck
        .replace("signature === null ||", "signature !== null &&")
        .replace('timestamp === "" ||', '(timestamp === "" ||')
        .replace(")))", "))))"),
    ],
    foundBy: /signature: required/,
  },
  {
    bug: "an unsigned request is never answered",
    provider: "pingxx",
    file: "pingxx/authenticate.js",
    replace: [signatureCheck, `if (signature === null) await new Promise(() => {});\n${signatureCheck}`],
    foundBy: /timeout/,
  },
  {
    bug: "a foreign card creates a customer",
    provider: "pingxx",
    file: "pingxx/customers.js",
    replace: ['if (card.brand !== "UnionPay")', 'if (card.brand === "")'],
    foundBy: /source: a card of this country/,
  },
  {
    bug: "metadata's names don't count",
    provider: "pingxx",
    file: "pingxx/customers.js",
    replace: ["[name, typeof value", "[typeof value"],
    foundBy: /metadata: 1,000 characters with the names/,
  },
  {
    bug: "metadata may have one character more",
    provider: "pingxx",
    file: "pingxx/customers.js",
    replace: ["<= maxMetadataCharacters", "<= maxMetadataCharacters + 1"],
    foundBy: /metadata: 1,000 characters/,
  },
  {
    bug: "metadata may have eleven pairs",
    provider: "pingxx",
    file: "spec/violation.js",
    replace: unchecked('({ keyword }) => keyword === "maxProperties"'),
    foundBy: /metadata: maxProperties/,
  },
  {
    bug: "somebody else's card may be the default",
    provider: "pingxx",
    file: "pingxx/customers.js",
    replace: ["if (default_source !== undefined && ", "if (default_source === '' && "],
    foundBy: /default_source: bound/,
  },
  {
    bug: "both cursors may be sent",
    provider: "pingxx",
    file: "pingxx/page.js",
    replace: ["if (starting_after !== undefined && ending_before !== undefined)", "if (starting_after === '')"],
    foundBy: /one cursor/,
  },
  {
    bug: "a time and a range may be sent",
    provider: "pingxx",
    file: "spec/query.js",
    replace: ["if (range.length > 0 && texts.length > 0)", "if (range.length > 99)"],
    foundBy: /created: one value or a range/,
  },
  {
    bug: "an unknown card is the first one",
    provider: "pingxx",
    file: "pingxx/sources.js",
    replace: ["cards.find(({ id }) => id === wanted)", "(cards.find(({ id }) => id === wanted) ?? cards[0])"],
    foundBy: /cardId: known/,
  },
];
