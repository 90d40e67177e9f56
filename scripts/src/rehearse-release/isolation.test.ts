import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../testing/folder.ts";
import { checkIsolation } from "./isolation.ts";

const releases = [{ name: "@ours/core", version: "1.2.3", needs: [] }];

/** A folder with a core of that version at a path, and a consumer whose core is a link to it if it lies elsewhere. */
function folder({ core = "consumer/node_modules/@ours/core", version = "1.2.3" }): string {
  const root = realpathSync(folderWith({ [`${core}/package.json`]: JSON.stringify({ version }) }));
  const place = join(root, "consumer/node_modules/@ours/core");
  if (join(root, core) !== place) {
    mkdirSync(join(place, ".."), { recursive: true });
    symlinkSync(join(root, core), place);
  }
  return root;
}

test.each([
  ["npm's folders", {}],
  ["pnpm's links inside the consumer", { core: "consumer/node_modules/.pnpm/core" }],
])("%s are the consumer's own", (_, what) => {
  expect(() => checkIsolation(join(folder(what), "consumer"), releases)).not.toThrow();
});

test("a link to the workspace is refused", () => {
  const root = folder({ core: "workspace/core" });
  expect(() => checkIsolation(join(root, "consumer"), releases)).toThrow(
    `expected it inside ${root}/consumer, found ${root}/workspace/core`,
  );
});

test("another version than the one that was published is refused", () => {
  const root = folder({ version: "1.2.2" });
  expect(() => checkIsolation(join(root, "consumer"), releases)).toThrow("expected version 1.2.3, found 1.2.2");
});

test("a folder above that would lend packages is refused", () => {
  const root = folder({});
  mkdirSync(join(root, "node_modules"));
  expect(() => checkIsolation(join(root, "consumer"), releases)).toThrow(`${root} has a node_modules`);
});
