// What the guide on proxies says, tried with a proxy and a gateway on loopback.
import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { createAsiaBillClient } from "@customer-clients/asiabill";
import { createFinanClient, type FinanOptions } from "@customer-clients/finan";
import { createLumyriClient } from "@customer-clients/lumyri";
import { AuthenticationError, createPingxxClient } from "@customer-clients/pingxx";
import { type StartedSandbox, startSandbox } from "@customer-clients/sandbox/node";
import { EnvHttpProxyAgent, ProxyAgent, fetch as undiciFetch } from "undici";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const apiKey = "sk_test_CustomerClientsSandbox00";

/** The hosts that were asked for through the proxy. */
const proxied: string[] = [];
let sandbox: StartedSandbox;
let proxy: Server;
let gateway: Server;

beforeAll(async () => {
  sandbox = await startSandbox({ credentials: { pingxx: { apiKey, publicKey, privateKey } } });
  // Clients ask for a tunnel, or for the whole URL.
  proxy = createServer((incoming, outgoing) => {
    const { host, port, pathname } = new URL(incoming.url ?? "");
    proxied.push(host);
    forward(incoming, outgoing, port, pathname);
  }).on("connect", ({ url = "" }, socket, head) => {
    proxied.push(url);
    const target = connect(Number(url.split(":")[1]), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.on("error", () => socket.destroy());
    socket.on("error", () => target.destroy());
  });
  // Takes /prefix off the path and sends the rest, as it is, to the provider whose name comes next.
  gateway = createServer((incoming, outgoing) => {
    const [, , provider = "", ...rest] = incoming.url?.split("/") ?? [];
    const { port } = new URL(sandbox.urls[provider as keyof StartedSandbox["urls"]]);
    forward(incoming, outgoing, port, `/${rest.join("/")}`);
  });
  await Promise.all([proxy, gateway].map((server) => once(server.listen(0, "127.0.0.1"), "listening")));
});
afterAll(async () => {
  for (const server of [proxy, gateway]) {
    server.closeAllConnections();
    server.close();
  }
  await sandbox.close();
});
beforeEach(() => {
  proxied.length = 0;
});

function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: string, path: string): void {
  const { method, headers } = incoming;
  const forwarded = request({ port, host: "127.0.0.1", path, method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(forwarded);
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const finanOptions = (): FinanOptions => ({ ...sandbox.credentials.finan, baseUrl: sandbox.urls.finan });

describe("a proxy", () => {
  test.each([
    ["ProxyAgent", () => new ProxyAgent(urlOf(proxy))],
    ["EnvHttpProxyAgent", () => new EnvHttpProxyAgent({ httpProxy: urlOf(proxy), noProxy: "" })],
  ])("is used by one client through undici's %s", async (_, makeAgent) => {
    const dispatcher = makeAgent();
    const send = undiciFetch as unknown as (url: string, init: object) => Promise<Response>;
    const viaProxy = createFinanClient({ ...finanOptions(), fetch: (url, init) => send(url, { ...init, dispatcher }) });
    expect((await viaProxy.customers.list()).total).toBe(0);
    expect(proxied).toEqual([new URL(sandbox.urls.finan).host]);
    expect((await createFinanClient(finanOptions()).customers.list()).total).toBe(0);
    expect(proxied).toHaveLength(1);
    await dispatcher.close();
  });

  test.each([
    [{ NODE_USE_ENV_PROXY: "1" }, 1],
    [{ NODE_USE_ENV_PROXY: "1", NO_PROXY: "127.0.0.1" }, 0],
    [{}, 0],
  ])("of the environment is used by Node with %o %i times", async (environment, times) => {
    const program = `
      import { createFinanClient } from "@customer-clients/finan";
      const { total } = await createFinanClient(${JSON.stringify(finanOptions())}).customers.list();
      console.log(total);`;
    const env = { HTTP_PROXY: urlOf(proxy), ...environment };
    const options = { env, cwd: join(import.meta.dirname, "../.."), timeout: 30_000 };
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], options);
    expect((await run).stdout).toBe("0\n");
    expect(proxied).toHaveLength(times);
  });
});

describe("a gateway that takes a prefix off the path", () => {
  const baseUrlOf = (provider: string) => `${urlOf(gateway)}/prefix/${provider}`;

  test("can stand before AsiaBill, Finan and Lumyri", async () => {
    const { asiabill, finan, lumyri } = sandbox.credentials;
    const clients = [
      createAsiaBillClient({ ...asiabill, baseUrl: baseUrlOf("asiabill") }),
      createFinanClient({ ...finan, baseUrl: `${baseUrlOf("finan")}/open` }),
      createLumyriClient({ ...lumyri, baseUrl: baseUrlOf("lumyri") }),
    ];
    for (const { customers } of clients) expect((await customers.list()).total).toBe(0);
  });

  test("spoils Ping++'s signature, which covers the whole path", async () => {
    const options = { apiKey, privateKey };
    expect((await createPingxxClient({ ...options, baseUrl: sandbox.urls.pingxx }).customers.list()).items).toEqual([]);
    const behindGateway = createPingxxClient({ ...options, baseUrl: baseUrlOf("pingxx") });
    await expect(behindGateway.customers.list()).rejects.toThrow(AuthenticationError);
  });
});
