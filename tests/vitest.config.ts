import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // dist/ has what a test that was cut off leaves behind.
    include: ["src/**/*.test.ts"],
    // Some start compilers and packers, and several go on at once.
    testTimeout: 60_000,
  },
});
