// Cross-origin resource sharing (https://fetch.spec.whatwg.org/#http-cors-protocol): lets the pages of one web site in.
import type { Answer } from "./answer.ts";
import type { RawRequest } from "./provider.ts";

/** Answers a request. */
export type Receive = (request: RawRequest) => Promise<Answer>;

/**
 * Lets a browser hand the answers to pages of one origin. Pages of others get none, nor can they send what needs leave.
 *
 * @param origin The scheme, host and port of those pages; without it, nobody's.
 */
export function allowingOrigin(origin: string | undefined, receive: Receive): Receive {
  if (origin === undefined) return receive;
  return async (request) => {
    const { headers, method } = request;
    if (headers.get("origin") !== origin) return receive(request);
    const allowed = { "access-control-allow-origin": origin, vary: "origin" };
    if (method === "OPTIONS" && headers.has("access-control-request-method")) {
      const preflight = {
        ...allowed,
        "access-control-allow-methods": headers.get("access-control-request-method") ?? "",
        "access-control-allow-headers": headers.get("access-control-request-headers") ?? "",
        // Of a page on another network than this machine, some browsers ask this too.
        "access-control-allow-private-network": "true",
      };
      return { status: 204, headers: preflight, text: "" };
    }
    const answer = await receive(request);
    return { ...answer, headers: { ...answer.headers, ...allowed, "access-control-expose-headers": "*" } };
  };
}

/**
 * Checks an origin.
 *
 * @param name What it is called, for the error.
 * @throws TypeError for anything but a scheme, a host and perhaps a port.
 */
export function checkOrigin(name: string, value: string): string {
  if (URL.parse(value)?.origin === value) return value;
  throw new TypeError(`${name}: expected an origin such as https://docs.example, found ${JSON.stringify(value)}`);
}
