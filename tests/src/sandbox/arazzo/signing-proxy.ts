// Redocly's respect sends what an Arazzo description says, and has no place for a signature that depends on the request:
// x-security knows Basic, Bearer and fixed keys. So a proxy on loopback signs what respect sends, and hands it on.
import { createServer } from "node:http";
import { bodyOf, listening } from "../../support/listening.ts";
import type { SignatureHeaders, Unsigned } from "../sign.ts";

/**
 * Starts a proxy for the running test; it is closed when the test is over.
 *
 * @param origin Where requests are handed on to.
 * @param signed Makes the headers that sign a request; they replace the ones of the same name.
 * @returns The proxy's own origin.
 */
export async function signingProxy(origin: string, signed: (request: Unsigned) => SignatureHeaders): Promise<string> {
  const server = createServer(async (request, response) => {
    const { method = "", url: target = "" } = request;
    const body = await bodyOf(request);
    const { host: _, connection: __, "transfer-encoding": ___, ...headers } = request.headers;
    const answer = await fetch(origin + target, {
      method,
      headers: { ...(headers as Record<string, string>), ...signed({ method, target, body }) },
      ...(body.length > 0 && { body }),
    });
    const mediaType = answer.headers.get("content-type") ?? "";
    response.writeHead(answer.status, { "content-type": mediaType }).end(await answer.text());
  });
  return listening(server);
}
