import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // A compiler or Redocly run takes two seconds alone, and several go on at once.
    testTimeout: 60_000,
  },
});
export default config;
