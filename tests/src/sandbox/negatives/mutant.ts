// A sandbox with a seeded bug: a copy of the built package in which one text is another.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { createSandbox, ProviderName } from "@customer-clients/sandbox";

/** A bug, and what finds it. */
export interface Mutant {
  readonly bug: string;
  readonly provider: ProviderName;
  /** The module, below the package's dist. */
  readonly file: string;
  /** A text that the module has once, and what stands in its place. */
  readonly replace: readonly [text: string, by: string];
  /** The rule whose requests find it; `none` for valid ones. */
  readonly foundBy: RegExp;
}

/**
 * A bug of the validator: it lets some violations through.
 *
 * @param condition Which ones: a function of a violation, as text.
 */
export function unchecked(condition: string): Mutant["replace"] {
  return [
    "const violations = validate.errors;",
    `const violations = validate.errors; if (violations.some(${condition})) return;`,
  ];
}

/** A folder with a copy of the sandbox. */
export interface MutantSandbox {
  readonly createSandbox: typeof createSandbox;
  readonly remove: () => void;
}

/**
 * Loads a copy of the sandbox with a bug; without one, the copy is as good as the sandbox.
 *
 * @throws Error when the module doesn't have the text once: then the sandbox has changed, and the bug has to follow.
 */
export async function loadMutant(mutant?: Pick<Mutant, "file" | "replace">): Promise<MutantSandbox> {
  const dist = dirname(fileURLToPath(import.meta.resolve("@customer-clients/sandbox")));
  const code = mutant && codeWith(join(dist, mutant.file), mutant.replace);
  const root = mkdtempSync(join(tmpdir(), "customer-clients-mutant-"));
  // Node itself loads what is below a node_modules: Vitest would look for the sources that the copy's source maps name.
  const folder = join(root, "node_modules/sandbox");
  cpSync(dist, join(folder, "dist"), { recursive: true });
  symlinkSync(join(dist, "../node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  if (mutant && code !== undefined) writeFileSync(join(folder, "dist", mutant.file), code);
  const entry = await import(/* @vite-ignore */ pathToFileURL(join(folder, "dist/index.js")).href);
  return { createSandbox: entry.createSandbox, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function codeWith(path: string, [text, by]: Mutant["replace"]): string {
  const parts = readFileSync(path, "utf8").split(text);
  if (parts.length !== 2) throw new Error(`${path}: expected once, found ${parts.length - 1} times: ${text}`);
  return parts.join(by);
}
