import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Property tests and whole specs take two seconds alone, and several go on at once.
    testTimeout: 60_000,
  },
});
