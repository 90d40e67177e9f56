// The command's log: a line for each request.
import type { ReceivedRequest } from "../requests.ts";

/** How much of a target and of a reason a line shows. */
const maxCharacters = 500;

/** Colours a text, or doesn't. */
export type Paint = (style: "dim" | "green" | "yellow" | "red", text: string) => string;

/** Makes the line of a request. */
export type LogLine = (request: ReceivedRequest) => string;

/**
 * A line for people: when, who, what, how it was answered, and why it was refused.
 *
 * @param secrets Texts that may not stand in it.
 */
export function readableLine(secrets: readonly string[], paint: Paint): LogLine {
  return (request) => {
    const { time, provider, method, target, status, code, faults = [], reason } = withoutSecrets(request, secrets);
    const style = reason === undefined ? "green" : status >= 500 || status === 0 ? "red" : "yellow";
    return [
      paint("dim", new Date(time).toISOString().slice(11)),
      provider.padEnd(8),
      `${method} ${visible(target)}`,
      paint(style, [status || "no answer", ...(code === undefined ? [] : [code])].join(" ")),
      ...(faults.length > 0 ? [paint("dim", `[${faults.join(", ")}]`)] : []),
      ...(reason === undefined ? [] : [visible(reason)]),
    ].join("  ");
  };
}

/** The same for programs, without headers and bodies. */
export function jsonLine(secrets: readonly string[]): LogLine {
  return (request) => {
    const { time, headers: _, body: __, ...rest } = withoutSecrets(request, secrets);
    return JSON.stringify({ event: "request", time: new Date(time).toISOString(), ...rest });
  };
}

function withoutSecrets(request: ReceivedRequest, secrets: readonly string[]): ReceivedRequest {
  const hide = (text: string) => secrets.reduce((hidden, secret) => hidden.replaceAll(secret, "***"), text);
  const { target, reason } = request;
  return { ...request, target: hide(target), ...(reason !== undefined && { reason: hide(reason) }) };
}

/** What a caller sent can't begin a line of its own, nor move the terminal's cursor, nor go on without end. */
function visible(text: string): string {
  const escaped = text.replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return escaped.length > maxCharacters ? `${escaped.slice(0, maxCharacters)}…` : escaped;
}
