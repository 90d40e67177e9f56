import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { ProviderReview } from "../review.ts";
import { UsageError } from "../usage-error.ts";
import { ARTIFACT_SCHEMA } from "./artifact-schema.ts";

const MAX_BYTES = 10 * 1024 * 1024;

/** What the workflow that ran the branch's code left. Any of it may be forged. */
export interface Artifact {
  readonly pullRequest: number;
  /** None when the review didn't come to an end. */
  readonly providers: readonly ProviderReview[] | undefined;
}

/**
 * Reads the artifact as data: numbers and texts of a known form, none of which is ever run or taken as markup.
 *
 * @param folder Where it was unpacked.
 * @throws {UsageError} For anything else.
 */
export function readArtifact(folder: string): Artifact {
  const number = readText(join(folder, "number.txt")).trim();
  if (!/^[1-9]\d{0,9}$/.test(number)) throw new UsageError("expected a pull request's number in number.txt");
  const file = join(folder, "review.json");
  const text = existsSync(file) ? readText(file) : "";
  return { pullRequest: Number(number), providers: text.trim() === "" ? undefined : parseReview(text) };
}

function parseReview(text: string): readonly ProviderReview[] {
  let review: unknown;
  try {
    review = JSON.parse(text);
  } catch {
    throw new UsageError("expected JSON in review.json");
  }
  const ajv = new Ajv({ strict: true, allErrors: false });
  if (!ajv.validate(ARTIFACT_SCHEMA, review))
    throw new UsageError(`expected a review in review.json: ${ajv.errorsText(ajv.errors, { dataVar: "review" })}`);
  return (review as { providers: readonly ProviderReview[] }).providers;
}

function readText(path: string): string {
  const stats = existsSync(path) ? lstatSync(path) : undefined;
  if (!stats?.isFile()) throw new UsageError(`expected a file ${path}`);
  if (stats.size > MAX_BYTES)
    throw new UsageError(`expected at most ${MAX_BYTES} bytes in ${path}, found ${stats.size}`);
  return readFileSync(path, "utf8");
}
