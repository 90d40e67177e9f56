import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { upgrade } from "@scalar/openapi-upgrader";
import { UnusableSpecError } from "../spec/problem.ts";
import { readSpec } from "../spec/read-spec.ts";
import type { SpecDocument } from "./finding.ts";

/**
 * @param path A document, YAML or JSON.
 * @param shownAs How messages name it; the path unless told otherwise.
 * @returns The document as OpenAPI 3.1; one of 3.0 is upgraded in memory.
 * @throws {UnusableSpecError} When it can't be read, or is of another version.
 */
export function readDocument(path: string, shownAs: string = path): SpecDocument {
  const spec = renamed(shownAs, () => readSpec(path));
  const { openapi, swagger } = spec.document;
  if (typeof openapi === "string" && /^3\.1\.\d+(?:-.*)?$/.test(openapi)) return { ...spec, path: shownAs };
  // What 3.1 writes in another way stands in the same schema, so that places lead there.
  if (typeof openapi === "string" && /^3\.0\.\d+(?:-.*)?$/.test(openapi)) {
    return { ...spec, document: upgraded(spec.document), path: shownAs };
  }
  const found = openapi === undefined && swagger !== undefined ? `swagger: ${show(swagger)}` : show(openapi);
  const position = spec.lineOf(openapi === undefined ? "/swagger" : "/openapi");
  const message = `expected openapi: 3.1.x or 3.0.x, found ${found}`;
  throw new UnusableSpecError([{ file: shownAs, ...position, message }]);
}

function show(version: unknown): string {
  return JSON.stringify(version) ?? "none";
}

/** The same document in OpenAPI 3.1: `nullable` is a type, `example` a list. */
function upgraded(document: Record<string, unknown>): Record<string, unknown> {
  const copy = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
  return JSON.parse(JSON.stringify(upgrade(copy, "3.1"))) as Record<string, unknown>;
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
