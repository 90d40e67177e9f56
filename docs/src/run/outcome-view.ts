import type { Words } from "../words/words.ts";
import { fill, make } from "./make.ts";
import { piecesLegend, piecesView } from "./pieces-view.ts";
import type { Attempt, Outcome } from "./run-call.ts";

/** Says in a sentence or two what became of a call. */
export function summaryOf({ attempts, error }: Outcome, words: Words["run"]): string {
  const status = attempts.at(-1)?.answer?.status ?? 0;
  const first = error ? fill(words.threw, { name: error.name }) : fill(words.succeeded, { status });
  return attempts.length > 1 ? `${first} ${fill(words.attempts, { count: attempts.length })}` : first;
}

/** Shows what the client gave or threw. */
export function resultView({ value, error }: Outcome, words: Words["run"]): HTMLElement {
  const text = error ? errorText(error) : jsonText(value);
  return section(error ? words.error : words.result, true, block(text, error ? "run-error" : undefined));
}

/**
 * Shows an attempt: its request with what is signed in it, and its answer.
 *
 * @param header The header that proves who calls.
 * @param secret A key that may stand in what is signed: it is shown masked.
 * @param number Which attempt it is; nothing when there is only one.
 */
export function attemptView(
  attempt: Attempt,
  header: string,
  secret: string,
  number: number | undefined,
  words: Words["run"],
): HTMLElement[] {
  const { method, url, headers, body, inspection, answer, retryInMs } = attempt;
  const { origin, href } = new URL(url);
  const line = `${method} ${href.slice(origin.length)}`;
  const { pieces, sent } = inspection;
  const title = number === undefined ? words.request : `${words.request} · ${fill(words.attempt, { number })}`;
  const signed =
    pieces.length === 0 || sent === null
      ? [make("p", {}, fill(words.notSigned, { header: pieces.length === 0 ? header : "authorization" }))]
      : [
          heading(words.signed),
          piecesView(pieces, secret),
          piecesLegend(pieces),
          heading(fill(words.signature, { header })),
          block(sent ?? ""),
        ];
  const reason = answer?.headers["x-sandbox-reason"];
  return [
    section(title, true, block(head(line, headers) + (body === null ? "" : `\n\n${body}`)), ...signed),
    section(
      answer ? `${words.answer} · ${answer.status}` : words.answer,
      true,
      ...(reason === undefined
        ? []
        : [heading(words.reason), make("p", { class: "run-reason", lang: "en" }, decodeURIComponent(reason))]),
      answer ? block(prettyText(answer.text)) : make("p", {}, words.noAnswer),
      retryInMs === undefined ? undefined : make("p", {}, fill(words.retryIn, { milliseconds: Math.round(retryInMs) })),
    ),
  ];
}

function section(title: string, isOpen: boolean, ...children: readonly (HTMLElement | undefined)[]): HTMLElement {
  return make("details", { open: isOpen, class: "run-part" }, make("summary", {}, title), ...children);
}

function heading(text: string): HTMLElement {
  return make("p", { class: "run-heading" }, text);
}

function block(text: string, kind = "run-block"): HTMLElement {
  return make("pre", { class: `run-block ${kind}` }, make("code", {}, text));
}

function head(line: string, headers: Readonly<Record<string, string>>): string {
  return [line, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join("\n");
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
