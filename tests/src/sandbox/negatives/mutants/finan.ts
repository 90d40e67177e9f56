import { type Mutant, unchecked } from "../mutant.ts";

const signatureCheck = 'if (headers.get("x-signature") !== (await sign(parts)))';

/** Bugs that Finan's sandbox could have. */
export const finan: readonly Mutant[] = [
  {
    bug: "a company needs no contact person",
    provider: "finan",
    file: "spec/violation.js",
    replace: unchecked('({ params }) => params.missingProperty === "contact_persons"'),
    foundBy: /general_info.contact_persons: required/,
  },
  {
    bug: "a company may have a list of no contact persons",
    provider: "finan",
    file: "spec/violation.js",
    replace: unchecked('({ keyword }) => keyword === "minItems"'),
    foundBy: /general_info.contact_persons: minItems/,
  },
  {
    bug: "a bank account's number may be anything",
    provider: "finan",
    file: "spec/violation.js",
    replace: unchecked("({ instancePath }) => /^.bank_accounts.\\d+.account_number$/.test(instancePath)"),
    foundBy: /bank_accounts.\*.account_number: type/,
  },
  {
    bug: "another customer's code will do for a replacement",
    provider: "finan",
    file: "finan/customers.js",
    replace: [
      "const stored = { ...old, uniqueKey: sent.general_info.customer_code, value };",
      "const stored = { ...old, value };",
    ],
    foundBy: /customer_code: unique/,
  },
  {
    bug: "a signature over another method will do",
    provider: "finan",
    file: "finan/authenticate.js",
    replace: [
      signatureCheck,
      'if (!(await Promise.all(["GET", "DELETE", "PUT", "POST", "PATCH"].map((other) => sign({ ...parts, method: other })))).includes(headers.get("x-signature")))',
    ],
    foundBy: /signature: over another method/,
  },
  {
    bug: "a signature over the path without its query will do",
    provider: "finan",
    file: "finan/authenticate.js",
    replace: [
      signatureCheck,
      'if (![await sign(parts), await sign({ ...parts, path: parts.path.split("?")[0] })].includes(headers.get("x-signature")))',
    ],
    foundBy: /signature: over no query/,
  },
  {
    bug: "a time 31 seconds off will do",
    provider: "finan",
    file: "finan/authenticate.js",
    replace: ["> tolerance)", "> tolerance + 1)"],
    foundBy: /x-timestamp: at most 30 seconds off/,
  },
  {
    bug: "the reason tells the secret",
    provider: "finan",
    file: "answer.js",
    replace: ['text.replaceAll(secret, "***")', "text"],
    foundBy: /signature/,
  },
  {
    bug: "an id that isn't a UUID is looked for",
    provider: "finan",
    file: "spec/violation.js",
    replace: unchecked('({ instancePath }) => instancePath === "/customer_id"'),
    foundBy: /customer_id: format/,
  },
];
