import type { Rule } from "../rule.ts";
import { envelopePointer, methodPointer } from "./answer-pointer.ts";
import { environmentUnique, methodUnique, signingHeaders } from "./client.ts";
import { description } from "./description.ts";
import { enumShared } from "./enum-shared.ts";
import { extensionValid } from "./extension.ts";
import { answerExample, errorAnswer, requestExample } from "./operation.ts";
import { patternSafe } from "./pattern.ts";
import { formatKnown, keywordCurrent, limitsOrdered } from "./schema.ts";
import { valueValid } from "./value.ts";

/** The rules of this project, by the names that redocly.yaml and findings give them. */
export const rules: Readonly<Record<string, Rule>> = {
  "answer-example": answerExample,
  description,
  "enum-shared": enumShared,
  "envelope-pointer": envelopePointer,
  "environment-unique": environmentUnique,
  "error-answer": errorAnswer,
  "extension-valid": extensionValid,
  "format-known": formatKnown,
  "keyword-current": keywordCurrent,
  "limits-ordered": limitsOrdered,
  "method-pointer": methodPointer,
  "method-unique": methodUnique,
  "pattern-safe": patternSafe,
  "request-example": requestExample,
  "signing-headers": signingHeaders,
  "value-valid": valueValid,
};
