import { defineConfig } from "vitest/config";

// No test here changes what another file sees, and most of the time goes into starting workers.
export default defineConfig({ test: { isolate: false } });
