// Serves the page, and passes on what it signed to where it was signed for.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";

const { urls } = JSON.parse(process.env.SANDBOX);
const files = {
  "/": ["index.html", "text/html"],
  "/main.js": ["dist/main.js", "text/javascript"],
};

async function relay(request, response, to) {
  // Nowhere but to the providers.
  if (!Object.values(urls).some((url) => to.startsWith(`${url}/`))) return response.writeHead(403).end();
  const { host, connection, ...headers } = request.headers;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const body = await buffer(request);
  const init = { method: request.method, headers, redirect: "manual", signal: gone.signal };
  const answer = await fetch(to, body.length > 0 ? { ...init, body } : init);
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  try {
    if (pathname === "/relay") return await relay(request, response, searchParams.get("to") ?? "");
    if (pathname === "/sandbox.json") return response.end(process.env.SANDBOX);
    const [file, type] = files[pathname] ?? [];
    if (!file) return response.writeHead(404).end();
    response.setHeader("content-type", type);
    response.end(await readFile(file));
  } catch {
    response.destroy();
  }
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
