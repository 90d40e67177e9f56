import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["{built,browser}/**/*.test.ts"],
    globalSetup: join(import.meta.dirname, "support/setup.ts"),
    // Each file has a browser of its own.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
