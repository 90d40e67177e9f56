import { defineConfig } from "vitest/config";

// dist/ has what a test that was cut off leaves behind.
export default defineConfig({ test: { include: ["src/**/*.test.ts"] } });
