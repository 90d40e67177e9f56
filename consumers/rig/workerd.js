// Runs a worker in workerd, asks it once, and writes what it answers: `workerd.js <script>`.
import { resolve } from "node:path";
import { Miniflare } from "miniflare";

const miniflare = new Miniflare({
  modules: true,
  scriptPath: resolve(process.argv[2]),
  compatibilityDate: "2026-07-01",
  host: "127.0.0.1",
  // Where in the world it runs isn't asked for.
  cf: false,
});
try {
  const body = process.env.SANDBOX;
  const response = await miniflare.dispatchFetch("http://worker.test/", body ? { method: "POST", body } : {});
  console.log(await response.text());
} finally {
  await miniflare.dispose();
}
