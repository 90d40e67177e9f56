// The server of the loopback case: gives every request the same answer, and tells the parent its port.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answer } from "./contenders/contender.ts";

const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(answer) };
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(answer);
});
// A connection that idles while something else is measured stays.
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
