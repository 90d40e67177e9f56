import type { Mutant } from "../mutant.ts";

const signatureCheck = 'if (headers.get("sign-info")?.toLowerCase() !== (await sign(parts, signKey)))';

/** Bugs that AsiaBill's sandbox could have. */
export const asiabill: readonly Mutant[] = [
  {
    bug: "an e-mail address may have one character more",
    provider: "asiabill",
    file: "generated/asiabill.js",
    replace: ["> 200)", "> 201)"],
    foundBy: /body: email: maxLength/,
  },
  {
    bug: "lengths are counted in UTF-16",
    provider: "asiabill",
    file: "spec/code-points.js",
    replace: ["let length = 0;", "let length = text.length; return length;"],
    foundBy: /none/,
  },
  {
    bug: "a page may have one customer more",
    provider: "asiabill",
    file: "generated/asiabill.js",
    replace: ["> 1000 ", "> 1001 "],
    foundBy: /pageSize: maximum/,
  },
  {
    bug: "a signature over the request without its query will do",
    provider: "asiabill",
    file: "asiabill/authenticate.js",
    replace: [
      signatureCheck,
      'if (![await sign(parts, signKey), await sign({ ...parts, query: [] }, signKey)].includes(headers.get("sign-info")))',
    ],
    foundBy: /signature: over no query/,
  },
  {
    bug: "a signature over the request without its body will do",
    provider: "asiabill",
    file: "asiabill/authenticate.js",
    replace: [
      signatureCheck,
      'if (![await sign(parts, signKey), await sign({ ...parts, body: "" }, signKey)].includes(headers.get("sign-info")))',
    ],
    foundBy: /signature: over no body/,
  },
  {
    bug: "a time one millisecond beyond the tolerance will do",
    provider: "asiabill",
    file: "asiabill/authenticate.js",
    replace: ["> spec.clockToleranceMs)", "> spec.clockToleranceMs + 1)"],
    foundBy: /request-time: at most 10 minutes off/,
  },
  {
    bug: "a time ahead of the sandbox's will do, however far",
    provider: "asiabill",
    file: "asiabill/authenticate.js",
    replace: ["Math.abs(now - Number(requestTime))", "now - Number(requestTime)"],
    foundBy: /request-time: at most 10 minutes off/,
  },
  {
    bug: "a request id may be repeated",
    provider: "asiabill",
    file: "asiabill/authenticate.js",
    replace: ["if (!isNew)", "if (isNew === undefined)"],
    foundBy: /request-id: not repeated/,
  },
  {
    bug: "a request id may be repeated a millisecond too early",
    provider: "asiabill",
    file: "asiabill/authenticate.js",
    replace: ["<= repeatAfter", "< repeatAfter"],
    foundBy: /request-id: not repeated/,
  },
  {
    bug: "a request id stays used for an hour",
    provider: "asiabill",
    file: "asiabill/authenticate.js",
    replace: ["const repeatAfter = 30 * 60_000;", "const repeatAfter = 60 * 60_000;"],
    foundBy: /none/,
  },
  {
    bug: "a refusal has no data",
    provider: "asiabill",
    file: "asiabill/asiabill.js",
    replace: ["body: { code: codes[kind], message, data: null }", "body: { code: codes[kind], message }"],
    foundBy: /./,
  },
];
