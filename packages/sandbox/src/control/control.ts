// The control API: what a test can do with a sandbox in another process. Whoever can call it can read and change all that
// the sandbox keeps, so it answers nobody but who was told its token, and no browser at all.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Answer } from "../answer.ts";
import type { RawRequest } from "../provider.ts";
import type { Sandbox } from "../sandbox.ts";
import { routes } from "./routes.ts";

/** The largest request body that is read: snapshots are sent in one. */
export const maxControlBodyBytes: number = 32 * 1024 * 1024;

/** An error that the control API reports. */
class ControlError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** @returns A token that nobody can guess. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * Makes the control API.
 *
 * @param token The bearer token that it takes.
 * @param sandbox Gives the sandbox that it works on.
 */
export function controlApi(token: string, sandbox: () => Sandbox): (request: RawRequest) => Promise<Answer> {
  return async (request) => {
    try {
      checkCaller(request.headers, token);
      const handle = handlerOf(request);
      return json(200, await handle(sandbox(), readBody(request)));
    } catch (error) {
      if (error instanceof ControlError) return json(error.status, { error: error.message }, error.headers);
      if (error instanceof TypeError) return json(400, { error: error.message });
      return json(500, { error: `the sandbox failed: ${error}` });
    }
  };
}

function checkCaller(headers: Headers, token: string): void {
  // A web page whose name was bound to this address anew comes with its own name.
  const host = headers.get("host") ?? "";
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host)) {
    throw new ControlError(403, `host: expected 127.0.0.1, localhost or [::1], found ${host}`);
  }
  const origin = headers.get("origin");
  if (origin !== null)
    throw new ControlError(403, `origin: expected none, since web pages aren't let in, found ${origin}`);
  const [scheme = "", sent = ""] = (headers.get("authorization") ?? "").split(" ");
  if (scheme.toLowerCase() !== "bearer" || !isSame(sent, token)) {
    throw new ControlError(401, "authorization: expected Bearer and the token that was printed at the start", {
      "www-authenticate": "Bearer",
    });
  }
}

/** In a time that tells nothing. */
function isSame(text: string, other: string): boolean {
  const [one, two] = [text, other].map((value) => createHash("sha256").update(value).digest());
  return timingSafeEqual(one as Buffer, two as Buffer);
}

function handlerOf({ method, target }: RawRequest): (typeof routes)[string][string] {
  const path = target.split("?")[0] ?? "";
  const methods = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (!methods) throw new ControlError(404, `${path}: expected one of ${Object.keys(routes).join(", ")}`);
  const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (handler) return handler;
  const allowed = Object.keys(methods).join(", ");
  throw new ControlError(405, `${method} ${path}: expected ${allowed}`, { allow: allowed });
}

/** @returns Nothing for no body. */
function readBody({ headers, body }: RawRequest): unknown {
  if (!body) throw new ControlError(413, `body: expected at most ${maxControlBodyBytes} bytes`);
  if (body.length === 0) return undefined;
  const contentType = headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new ControlError(415, `content-type: expected application/json, found ${contentType || "none"}`);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new ControlError(400, "body: expected JSON in UTF-8");
  }
}

function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  const own = { "content-type": "application/json", "cache-control": "no-store", "x-content-type-options": "nosniff" };
  return { status, headers: { ...own, ...headers }, text: JSON.stringify(value) };
}
