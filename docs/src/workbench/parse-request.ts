import { parseCurl } from "./parse-curl.ts";

/** A request as somebody pasted it. */
export interface PastedRequest {
  readonly method: string;
  /** A URL, or what stands on the request line. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** What stood there in place of a value: variables of the shell. */
  readonly unknown: readonly string[];
}

/**
 * Reads a request: a command line of curl, what `curl -v` prints, or the request as it stands on the wire.
 *
 * @throws {Error} That says what was expected, and where.
 */
export function parseRequest(text: string): PastedRequest {
  return /^\s*(\$\s+)?curl\s/.test(text) ? parseCurl(text) : parseHttp(text);
}

function parseHttp(text: string): PastedRequest {
  const trimmed = text.replace(/^\s+/, "");
  const isVerbose = trimmed.startsWith("> ");
  const lines = trimmed.split("\n").map((line) => line.replace(/\r$/, ""));
  const own = isVerbose ? lines.filter((line) => line.startsWith(">")).map((line) => line.replace(/^> ?/, "")) : lines;
  const [, method, url] = /^([A-Za-z]+) +(\S+)(?: +HTTP\/[\d.]+)?$/.exec(own[0]?.trimEnd() ?? "") ?? [];
  if (method === undefined || url === undefined) {
    throw new Error('line 1: expected a request line such as "POST /path HTTP/1.1", or a curl command');
  }
  const end = own.indexOf("", 1);
  const headers = own.slice(1, end === -1 ? undefined : end).map((line, index): readonly [string, string] => {
    const [, name, value = ""] = /^([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined)
      throw new Error(
        `line ${index + 2}: expected a header such as "content-type: application/json", or an empty line before the body`,
      );
    return [name.toLowerCase(), value];
  });
  const body = end === -1 ? "" : own.slice(end + 1).join("\n");
  return { method: method.toUpperCase(), url, headers, body: lengthened(body, headers), unknown: [] };
}

/** A line break behind the body is the paste's, unless the request says that it is the body's. */
function lengthened(body: string, headers: PastedRequest["headers"]): string {
  const stripped = body.replace(/\n+$/, "");
  const [, length] = headers.find(([name]) => name === "content-length") ?? [];
  const missing = length === undefined ? 0 : Number(length) - new TextEncoder().encode(stripped).length;
  return missing > 0 && missing <= body.length - stripped.length ? body.slice(0, stripped.length + missing) : stripped;
}
