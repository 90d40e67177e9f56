import { defineConfig } from "vite";

const sandbox = process.env.SANDBOX;
const { urls = {} } = JSON.parse(sandbox ?? "{}") as { urls?: Record<string, string> };

export default defineConfig({
  define: { SANDBOX: sandbox ?? "undefined" },
  build: { target: "es2022" },
  preview: {
    proxy: Object.fromEntries(
      Object.entries(urls).map(([provider, url]) => {
        const prefix = `/relay/${provider}`;
        return [prefix, { target: new URL(url).origin, rewrite: (path) => path.slice(prefix.length) }];
      }),
    ),
  },
});
