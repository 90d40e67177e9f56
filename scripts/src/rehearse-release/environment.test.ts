import { delimiter } from "node:path";
import { expect, test } from "vitest";
import { environment, isInside, withCommands } from "./environment.ts";

test("no command of the workspace is on the path, and those of the rig come first", () => {
  const PATH = ["/repo/node_modules/.bin", "/usr/bin", "/repo/scripts/bin", "/repository/bin"].join(delimiter);
  const env = withCommands(environment({ PATH }, "/repo"), "/rig/node", undefined, "/rig/bin");
  expect(env.PATH).toBe(["/rig/node", "/rig/bin", "/usr/bin", "/repository/bin"].join(delimiter));
});

test("nothing that leads back to the workspace, to a cache or to other settings is handed on", () => {
  const leading = ["NODE_PATH", "NODE_OPTIONS", "npm_config_registry", "INIT_CWD", "GIT_DIR", "TURBO_TOKEN", "CI"];
  const env = environment({ ...Object.fromEntries(leading.map((name) => [name, "x"])), LANG: "C" }, "/repo");
  expect(Object.keys(env)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(NODE|npm|INIT|GIT|CI)/)]));
  expect(env).toMatchObject({ LANG: "C" });
  expect(env).not.toHaveProperty("TURBO_TOKEN");
});

test("loopback is reached without the proxy that there may be", () => {
  expect(environment({ no_proxy: "intranet" }, "/repo").NO_PROXY).toBe("intranet,127.0.0.1,localhost");
});

test.each([
  ["/repo", true],
  ["/repo/a", true],
  ["/repository", false],
  ["/", false],
  ["/repo/../other", false],
])("whether %s is in /repo: %s", (path, expected) => {
  expect(isInside(path, "/repo")).toBe(expected);
});
