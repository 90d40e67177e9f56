import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clientSizes } from "./size.ts";
import { providers, root } from "./workspace.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");

test.each(providers)(
  "the README says what the client for %s adds to a bundle, and it adds no more",
  async (provider) => {
    const { factory, alone, withApi } = await clientSizes(provider);
    const [row = "", ...stated] =
      new RegExp(`^\\| \`${factory}\` +\\| ([\\d.]+) kB +\\| ([\\d.]+) kB`, "m").exec(readme) ?? [];
    expect(row, "expected a row in the README").not.toBe("");
    expect({ factory, kB: stated }).toEqual({ factory, kB: [alone, withApi].map(kilobytes) });
  },
);

/** In thousands of bytes, rounded up: what is stated is a limit. */
function kilobytes(bytes: number): string {
  return (Math.ceil(bytes / 10) / 100).toFixed(2);
}
