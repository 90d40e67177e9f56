import { type Mutant, unchecked } from "../mutant.ts";

/** Bugs that Lumyri's sandbox could have. */
export const lumyri: readonly Mutant[] = [
  {
    bug: "the beginning of the token will do",
    provider: "lumyri",
    file: "lumyri/lumyri.js",
    replace: ["if (tokenOf(headers) !== accessToken)", "if (!accessToken.startsWith(tokenOf(headers) ?? '-'))"],
    foundBy: /authorization/,
  },
  {
    bug: "another application will do",
    provider: "lumyri",
    file: "lumyri/lumyri.js",
    replace: ["if (sent !== appId)", "if (sent === '')"],
    foundBy: /x-app-id: the caller's/,
  },
  {
    bug: "of the customers to delete only the first has to be known",
    provider: "lumyri",
    file: "lumyri/customers.js",
    replace: [
      'for (const id of ids)\n                await find(records, id, "customer_ids");',
      'await find(records, [...ids][0], "customer_ids");',
    ],
    foundBy: /customer_ids: known/,
  },
  {
    bug: "an e-mail address may be anything",
    provider: "lumyri",
    file: "spec/violation.js",
    replace: unchecked('({ keyword }) => keyword === "format"'),
    foundBy: /email: format/,
  },
  {
    bug: "the media type doesn't matter",
    provider: "lumyri",
    file: "answer.js",
    replace: ["if (!anyContentType && ", "if (false && "],
    foundBy: /content-type: JSON/,
  },
  {
    bug: "a body may have a level more",
    provider: "lumyri",
    file: "spec/body.js",
    replace: ["const maxDepth = 32;", "const maxDepth = 33;"],
    foundBy: /at most 32 levels/,
  },
  {
    bug: "what isn't UTF-8 is replaced",
    provider: "lumyri",
    file: "spec/query.js",
    replace: ['throw fieldRefusal("invalid", "query"', 'return text; throw fieldRefusal("invalid", "query"'],
    foundBy: /query: percent-encoded UTF-8/,
  },
  {
    bug: "a parameter may be given twice",
    provider: "lumyri",
    file: "spec/query.js",
    replace: ["if (texts.length > 1)", "if (texts.length > 9)"],
    foundBy: /once/,
  },
  {
    bug: "a path that can't be decoded is a fault of the sandbox",
    provider: "lumyri",
    file: "spec/route.js",
    replace: [
      "return decodeURIComponent(segment);\n    }\n    catch {",
      "return decodeURIComponent(segment);\n    }\n    catch (error) {\n        throw error;",
    ],
    foundBy: /path: percent-encoded UTF-8/,
  },
];
