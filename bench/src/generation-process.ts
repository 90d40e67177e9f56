// Generates from all specs, writes nothing, and prints how long it took.
import { join } from "node:path";
import { providers, root } from "./workspace.ts";

const start = performance.now();
const { generate } = await import("@customer-clients/scripts/src/generate/generate.ts");
const loaded = performance.now();
for (const provider of providers) {
  const spec = `specs/${provider}/openapi.yaml`;
  await generate(join(root, spec), spec);
}
process.stdout.write(JSON.stringify({ loadMs: loaded - start, workMs: performance.now() - loaded }));
