import type { Fault } from "@customer-clients/sandbox";
import type { Words } from "../words/words.ts";

/** Something that can go wrong between the client and the provider, for the client's errors to be seen. */
export interface FaultChoice {
  readonly id: string;
  /** Which word says what it is. */
  readonly word: keyof Words["run"];
  /** What the sandbox does. */
  readonly fault?: Fault;
  /** What a proxy makes of the request's body. */
  readonly rewriteBody?: (body: string) => string;
  /** What a proxy answers in the provider's place. */
  readonly instead?: () => Response;
  /** The client's own options. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The client has another key than the provider. */
  readonly hasWrongKey?: true;
  /** For which providers and calls it means something; for all, unless told otherwise. */
  readonly isFor?: (about: { readonly checksTime: boolean; readonly hasBody: boolean }) => boolean;
}

const page = "<!doctype html><title>Sign in</title><p>Sign in to use this network.</p>";

/** The choices, in the order in which they are offered; the first is that nothing goes wrong. */
export const faultChoices: readonly [FaultChoice, ...FaultChoice[]] = [
  { id: "none", word: "faultNone" },
  { id: "rate-limit", word: "faultRateLimit", fault: { kind: "rate-limit" } },
  { id: "server-error", word: "faultServerError", fault: { kind: "status", status: 500 } },
  {
    id: "timeout",
    word: "faultTimeout",
    fault: { kind: "latency", delayMs: 60_000 },
    options: { timeoutMs: 1_000 },
  },
  { id: "reset", word: "faultReset", fault: { kind: "reset" } },
  { id: "reset-after", word: "faultResetAfter", fault: { kind: "reset", when: "after" } },
  { id: "cut-off", word: "faultCutOff", fault: { kind: "cut-off" } },
  {
    id: "html",
    word: "faultHtml",
    instead: () => new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } }),
  },
  { id: "wrong-key", word: "faultWrongKey", hasWrongKey: true },
  {
    id: "clock",
    word: "faultClock",
    fault: { kind: "clock-skew", skewMs: 3_600_000 },
    isFor: ({ checksTime }) => checksTime,
  },
  {
    id: "rewritten",
    word: "faultRewritten",
    rewriteBody: (body) => JSON.stringify(JSON.parse(body), null, 2),
    isFor: ({ hasBody }) => hasBody,
  },
];
