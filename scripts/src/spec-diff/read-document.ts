import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UnusableSpecError } from "../spec/problem.ts";
import { readSpec } from "../spec/read-spec.ts";
import type { SpecDocument } from "./finding.ts";

/**
 * @param path A document, YAML or JSON.
 * @param shownAs How messages name it; the path unless told otherwise.
 * @throws {UnusableSpecError} When it can't be read, or isn't OpenAPI 3.1.
 */
export function readDocument(path: string, shownAs: string = path): SpecDocument {
  const spec = renamed(shownAs, () => readSpec(path));
  const { openapi, swagger } = spec.document;
  if (typeof openapi === "string" && /^3\.1\.\d+(?:-.*)?$/.test(openapi)) return { ...spec, path: shownAs };
  const found = JSON.stringify(openapi ?? swagger) ?? "none";
  const position = spec.lineOf(openapi === undefined ? "/swagger" : "/openapi");
  throw new UnusableSpecError([{ file: shownAs, ...position, message: `expected openapi: 3.1.x, found ${found}` }]);
}

/** As {@link readDocument}, of a text that isn't in a file. */
export function readDocumentText(text: string, shownAs: string): SpecDocument {
  const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
  try {
    const file = join(folder, "openapi.yaml");
    writeFileSync(file, text);
    return readDocument(file, shownAs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function renamed<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnusableSpecError)) throw error;
    throw new UnusableSpecError(error.problems.map((problem) => ({ ...problem, file })));
  }
}
