import type { Finding, SpecDocument } from "../finding.ts";
import { compareOperations } from "./compare-operations.ts";
import { compareDocuments } from "./document.ts";
import { compareExtensions } from "./extensions.ts";
import { Findings } from "./report.ts";
import { sidesOf } from "./schema/node.ts";
import { SchemaRoots } from "./schema-roots.ts";

/**
 * Tells what changed for those who speak with an API over HTTP, each change once.
 *
 * A request breaks where something that was accepted is refused now, an answer where something may come now that was
 * impossible before. What a schema doesn't declare isn't sent, and is taken where it comes.
 *
 * @param base The document as it was, OpenAPI 3.1.
 * @param revision The document as it is now.
 * @returns The findings, breaking ones first; a break has a witness that Ajv confirmed, or is `unproven`.
 */
export async function compareWire(base: SpecDocument, revision: SpecDocument): Promise<Finding[]> {
  const sides = sidesOf(base.document, revision.document);
  const findings = new Findings();
  const roots = new SchemaRoots();
  const matched = compareOperations(findings, roots, sides.base, sides.revision);
  roots.report(findings);
  compareExtensions(findings, sides.base, sides.revision, matched);
  compareDocuments(findings, sides.base, sides.revision);
  return findings.toFindings(base, revision);
}
