import type { SentRequest } from "./capture.ts";

/** Writes a request as it stands on the wire, but for its line ends. */
export function httpSample({ method, url, headers, body }: SentRequest): string {
  const { host, href, origin } = new URL(url);
  const lines = [
    `${method} ${href.slice(origin.length)} HTTP/1.1`,
    `host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\n")}\n${body === null ? "" : `\n${body}\n`}`;
}
