import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "application/xml",
  ".yaml": "application/yaml; charset=utf-8",
};

/** A site being served on loopback. */
export interface Server {
  /** Its origin and base path, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder as GitHub Pages does: a folder's index for an address with a slash, 404.html for what isn't there.
 *
 * @param folder The site, as it was built.
 * @param base The base path that it was built for; `/` unless it was another.
 */
export async function serve(folder: string, base = "/"): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const place = path.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : undefined;
    const file = place && join(folder, place.endsWith("/") ? `${place}index.html` : place);
    const body = file && (await readFile(file).catch(() => undefined));
    if (body) response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    else
      response
        .writeHead(404, { "content-type": "text/html; charset=utf-8" })
        .end(await readFile(join(folder, "404.html")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
