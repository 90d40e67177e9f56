import type { PastedRequest } from "./parse-request.ts";
import { splitShell } from "./split-shell.ts";

/** Options of curl that take an argument and don't change what is signed. */
const ignored =
  /^(-[ocbAemwKxEyYzrCTDtPQ]|--(output|cookie|cookie-jar|user-agent|referer|max-time|write-out|config|proxy|cert|key|cacert|connect-timeout|retry|resolve|connect-to|range|dump-header|interface))$/;

/**
 * Reads a command line of curl.
 *
 * @throws {Error} When there is no URL in it, or the body is in a file.
 */
export function parseCurl(command: string): PastedRequest {
  const { words, unknown } = splitShell(command.replace(/^\s*\$\s+/, ""));
  const headers: [string, string][] = [];
  const data: string[] = [];
  let url = "";
  let method: string | undefined;
  let isQuery = false;
  const queue = words.slice(1).flatMap(separated);
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    const next = () => queue.shift() ?? "";
    if (word === "-X" || word === "--request") method = next();
    else if (word === "-H" || word === "--header") addHeader(headers, next());
    else if (word === "-u" || word === "--user") headers.push(["authorization", `Basic ${base64(next())}`]);
    else if (word === "-G" || word === "--get") isQuery = true;
    else if (word === "-I" || word === "--head") method ??= "HEAD";
    else if (word === "--url") url = next();
    else if (word === "--data-urlencode") data.push(urlEncoded(next()));
    else if (/^(-d|--data(-raw|-binary|-ascii)?|--json)$/.test(word)) {
      if (word === "--json") headers.push(["content-type", "application/json"], ["accept", "application/json"]);
      data.push(bodyText(next(), word));
    } else if (ignored.test(word)) next();
    else if (!word.startsWith("-")) url = word;
  }
  if (url === "") throw new Error("curl: expected a URL");
  const body = data.join(words.includes("--json") ? "" : "&");
  const hasBody = data.length > 0 && !isQuery;
  return {
    method: method ?? (hasBody ? "POST" : "GET"),
    url: isQuery && data.length > 0 ? `${url}${url.includes("?") ? "&" : "?"}${body}` : url,
    headers,
    body: hasBody ? body : "",
    unknown,
  };
}

/** `-XPOST` is `-X POST`, and `-sSX` is several options. */
function separated(word: string): string[] {
  const [, flags = "", option, rest] =
    /^-([a-zA-Z]*?)([XHduoAbcemw])(.*)$/s.exec(word.startsWith("--") ? "" : word) ?? [];
  if (option === undefined || !/^[sSvikLfgGIN#0]*$/.test(flags)) return [word];
  return [...[...flags].map((flag) => `-${flag}`), `-${option}`, ...(rest ? [rest] : [])];
}

function addHeader(headers: [string, string][], line: string): void {
  const colon = line.indexOf(":");
  // `name;` is a header without a value, `name:` none at all.
  if (colon === -1) headers.push([line.replace(/;$/, "").toLowerCase(), ""]);
  else if (line.slice(colon + 1).trim() !== "")
    headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
}

function bodyText(text: string, option: string): string {
  if (!text.startsWith("@") || option === "--data-raw") return text;
  throw new Error(`curl: the body is in the file ${text.slice(1)}: paste it in its place`);
}

/** How curl escapes isn't the same in all its versions: a space is `+` in those of today. */
function urlEncoded(text: string): string {
  const equals = text.indexOf("=");
  return equals === -1
    ? encodeURIComponent(text).replaceAll("%20", "+")
    : `${text.slice(0, equals + 1).replace(/^=/, "")}${encodeURIComponent(text.slice(equals + 1)).replaceAll("%20", "+")}`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
