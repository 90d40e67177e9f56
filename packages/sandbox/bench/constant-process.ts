// A Hono app that reads each request's body, and gives the answer in this process's first argument.
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const answer = process.argv[2] ?? "";
const app = new Hono().all("*", async (context) => {
  await context.req.text();
  return context.body(answer, 200, { "content-type": "application/json" });
});
process.once("disconnect", () => process.exit());
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => process.send?.(`http://127.0.0.1:${port}`));
