import { compareSpecs } from "./compare-specs.ts";
import { readDocument } from "./read-document.ts";
import { NO_GATE, providerReview, type Review } from "./review.ts";

/**
 * Reviews two documents, as `--files` does: nothing is released, so there is no gate.
 *
 * @throws {UnusableSpecError} For a document that can't be compared.
 */
export async function reviewFiles(oldPath: string, newPath: string): Promise<Review> {
  const base = readDocument(oldPath);
  const revision = readDocument(newPath);
  const [comparison] = await compareSpecs([{ base, revision }]);
  const { findings = [], notes = [] } = comparison ?? {};
  const { title } = (revision.document.info ?? {}) as { title?: unknown };
  const names = { provider: typeof title === "string" ? title : newPath, spec: newPath };
  return {
    base: oldPath,
    hasGate: false,
    providers: [providerReview(names, findings, revision, { ...NO_GATE, notes })],
  };
}
