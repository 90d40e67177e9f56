import type { Words } from "../words/words.ts";
import { fill, make } from "./make.ts";
import type { Attempt } from "./observed-client.ts";
import { piecesLegend, piecesView } from "./pieces-view.ts";
import type { Outcome } from "./run-call.ts";

/** Says in a sentence or two what became of a call. */
export function summaryOf({ attempts, error }: Outcome, words: Words["run"]): string {
  const status = attempts.at(-1)?.answer?.status ?? 0;
  const first = error ? fill(words.threw, { name: error.name }) : fill(words.succeeded, { status });
  return attempts.length > 1 ? `${first} ${fill(words.attempts, { count: attempts.length })}` : first;
}

/** Shows what the client gave or threw. */
export function resultView({ value, error }: Outcome, words: Words["run"]): HTMLElement {
  const text = error ? errorText(error) : jsonText(value);
  return section(error ? words.error : words.result, true, block(text, error ? "run-error" : ""));
}

/** How attempts are shown. */
export interface AttemptsStyle {
  /** The header that proves who calls. */
  readonly header: string;
  /** The part of what is signed that isn't shown; nothing when all of it may be seen. */
  readonly secret: string | undefined;
  readonly words: Words["run"];
}

/** Shows each attempt: its request with what is signed in it, and its answer. Of several, the last is unfolded. */
export function attemptsView(attempts: readonly Attempt[], style: AttemptsStyle): HTMLElement[] {
  return attempts.flatMap((attempt, index) => {
    const number = attempts.length > 1 ? ` · ${fill(style.words.attempt, { number: index + 1 })}` : "";
    return attemptView(attempt, number, index === attempts.length - 1, style);
  });
}

function attemptView(attempt: Attempt, number: string, isOpen: boolean, style: AttemptsStyle): HTMLElement[] {
  const { words } = style;
  const { method, url, headers, body, answer, retryInMs } = attempt;
  const { origin, href } = new URL(url);
  const lines = [
    `${method} ${href.slice(origin.length)}`,
    ...Object.entries(headers).map((header) => header.join(": ")),
  ];
  const reason = answer?.headers["x-sandbox-reason"];
  return [
    section(
      words.request + number,
      isOpen,
      block(lines.join("\n") + (body === null ? "" : `\n\n${body}`)),
      ...signedView(attempt, style),
    ),
    section(
      words.answer + number + (answer ? ` · ${answer.status}` : ""),
      isOpen,
      ...(reason === undefined
        ? []
        : [heading(words.reason), make("p", { class: "run-reason", lang: "en" }, decodeURIComponent(reason))]),
      answer ? block(prettyText(answer.text)) : make("p", {}, words.noAnswer),
      retryInMs === undefined ? undefined : make("p", {}, fill(words.retryIn, { milliseconds: Math.round(retryInMs) })),
    ),
  ];
}

function signedView({ inspection }: Attempt, { header, secret, words }: AttemptsStyle): HTMLElement[] {
  const { pieces, sent } = inspection;
  if (pieces.length === 0 || sent === null) return [make("p", {}, fill(words.notSigned, { header }))];
  return [
    heading(words.signed),
    piecesView(pieces, secret),
    piecesLegend(pieces),
    heading(fill(words.signature, { header })),
    block(sent),
  ];
}

function section(title: string, isOpen: boolean, ...children: readonly (HTMLElement | undefined)[]): HTMLElement {
  return make("details", { open: isOpen, class: "run-part" }, make("summary", {}, title), ...children);
}

function heading(text: string): HTMLElement {
  return make("p", { class: "run-heading" }, text);
}

function block(text: string, kind = ""): HTMLElement {
  return make("pre", { class: `run-block ${kind}`.trim() }, make("code", {}, text));
}

/** An error as the program that called sees it: its name, its message and its own fields. */
function errorText(error: Error): string {
  const fields = Object.entries(error).filter(
    ([name, value]) => name !== "name" && name !== "message" && value !== undefined,
  );
  return [
    `${error.name}: ${error.message}`,
    ...fields.map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
  ].join("\n");
}

/** Of a page, what it holds: how to get the next one can't be shown. */
function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, member) => (typeof member === "function" ? undefined : member), 2) ?? "undefined";
}

function prettyText(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
