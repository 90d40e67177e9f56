import { emitOperations } from "./emit-operations.ts";
import { liftErrors } from "./lift-errors.ts";
import { loadSpec } from "./load.ts";
import { sortEnums } from "./open-enums.ts";
import { clientOf, readProvider } from "./provider.ts";
import { schemaTypes } from "./schema-types.ts";
import { typesDocument } from "./types-document.ts";

/** What is made of one spec. */
export interface Generated {
  /** The modules' texts by file name. */
  readonly files: ReadonlyMap<string, string>;
  /** What the author may want to know, one line each, with its place. */
  readonly notes: readonly string[];
}

/**
 * Makes a provider's generated modules. The same spec gives the same bytes everywhere.
 *
 * @param path The spec's file.
 * @param shownAs How the modules name it.
 * @throws {UnusableSpecError} With file, line and what was expected.
 */
export async function generate(path: string, shownAs: string): Promise<Generated> {
  const header = `// Generated from ${shownAs} by \`pnpm generate\`. Do not edit.\n`;
  const root = loadSpec(path);
  const operations = emitOperations(root, header);
  const lifted = liftErrors(root, clientOf(root).get("envelope")?.text("error"));
  const schema = await schemaTypes(typesDocument(lifted, readProvider(root).signingHeaders), header);
  return {
    files: new Map([
      ["schema.ts", schema],
      ["operations.ts", operations],
    ]),
    notes: sortEnums(lifted).shared.map((node) => {
      const { file, line, column } = node.problem("");
      return `${file}:${line}:${column}: note: this enum is in requests and in answers, so its type has no room for unknown values`;
    }),
  };
}
