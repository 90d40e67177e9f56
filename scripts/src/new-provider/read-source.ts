import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { upgradeFromThreeToThreeOne } from "@scalar/openapi-upgrader/3.0-to-3.1";
import { outlineOf } from "../spec/outline.ts";
import { isObject } from "../spec/pointer.ts";
import { readSpec } from "../spec/read-spec.ts";
import { filesOf, readYaml } from "./local-files.ts";
import { UsageError } from "./usage-error.ts";

const REDOCLY = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));
const BUNDLE_TIMEOUT_MS = 120_000;

/** A document that may be written to. */
export type Document = Record<string, unknown>;

/**
 * Reads somebody else's OpenAPI document as one document of version 3.1.
 *
 * @param path A file, YAML or JSON, of OpenAPI 3.0 or 3.1; it may refer to others in its folder.
 * @throws {UsageError} For another version, and for references that lead elsewhere.
 * @throws {UnusableSpecError} For what no spec of this project may have, with file and line.
 */
export async function readSource(path: string): Promise<Document> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) throw new UsageError(`${path}: expected a file; fetch the document first`);
  const document = await readWhole(path);
  const version = String(document.openapi ?? document.swagger ?? "none");
  if (!/^3\.[01]\./.test(version)) throw new UsageError(`${path}: expected OpenAPI 3.0 or 3.1, found ${version}`);
  // By way of JSON: what several places share by a YAML alias is changed in each on its own.
  const copy = JSON.parse(JSON.stringify(document)) as Document;
  return dropNullable(version.startsWith("3.0") ? (upgradeFromThreeToThreeOne(copy) as Document) : copy);
}

async function readWhole(path: string): Promise<Document> {
  const document = await readYaml(path);
  if (dropLinksInExamples(document)) {
    const text = JSON.stringify(document);
    return inFolder(async (folder) => {
      const file = join(folder, "openapi.json");
      writeFileSync(file, text);
      return readFiles(file);
    });
  }
  return readFiles(path);
}

async function readFiles(path: string): Promise<Document> {
  const files = await filesOf(path);
  if (files.length === 1) return readSpec(path).document;
  return inFolder((folder) => {
    const file = join(folder, "openapi.yaml");
    const { status, stderr } = spawnSync(process.execPath, [REDOCLY, "bundle", resolve(path), "--output", file], {
      // Not where a configuration could stand.
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      timeout: BUNDLE_TIMEOUT_MS,
    });
    if (status !== 0) throw new UsageError(`${path}: its files couldn't be joined:\n${stderr}`);
    return readSpec(file).document;
  });
}

async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "new-provider-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Drops the examples and defaults that have a link under `$ref`: it is data there, but a tool might follow it.
 *
 * @returns Whether there were any.
 */
function dropLinksInExamples(document: unknown): boolean {
  if (!isObject(document)) return false;
  let found = false;
  for (const { value } of outlineOf(document).parts) {
    for (const key of ["default", "example", "examples", "value"]) {
      // A mapping of named examples is made of parts, whose values are looked at by themselves.
      if ((key === "examples" && !Array.isArray(value[key])) || !hasLink(value[key])) continue;
      delete (value as Document)[key];
      found = true;
    }
  }
  return found;
}

function hasLink(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasLink);
  if (!isObject(value)) return false;
  return /^https?:/.test(String(value.$ref)) || Object.values(value).some(hasLink);
}

/** `nullable: false` says nothing, and the keyword is gone in 3.1; so does `nullable: true` where `null` was allowed anyway. */
function dropNullable(document: Document): Document {
  for (const { kind, value } of outlineOf(document).parts) {
    if (kind === "schema") delete (value as Document).nullable;
  }
  return { ...document, openapi: "3.1.1" };
}
