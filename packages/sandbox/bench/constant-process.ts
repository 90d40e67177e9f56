// The same kind of server as the sandbox's, but all that it does is to give the answer in its first argument.
import { listen } from "../src/http-server.ts";

const answer = { status: 200, headers: { "content-type": "application/json" }, text: process.argv[2] ?? "" };
const { origin } = await listen({ port: 0, maxBodyBytes: 1_024 * 1_024, graceMs: 0 }, async () => answer);
process.once("disconnect", () => process.exit());
process.send?.(origin);
