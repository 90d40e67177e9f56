import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "build/**/*.test.ts", "crash/**/*.test.ts"],
    globalSetup: "src/testing/postgres.setup.ts",
  },
});
export default config;
