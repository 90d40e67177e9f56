import type { Block } from "./blocks.ts";
import { reasonNotToRun } from "./blocks.ts";

/** TypeScript of a document that runs as one module: a block, with those that continue it. */
export interface Program {
  /** `README.md:12`. */
  readonly place: string;
  readonly file: string;
  /** The module's text, each line at the place that it has in the document. */
  readonly source: string;
  /** What it has to print, if the document says so. */
  readonly output: string | undefined;
  readonly reasonNotToRun: string | undefined;
  readonly isTest: boolean;
}

const languages = ["ts", "typescript", "js", "javascript", "mjs", "mts"];

/**
 * The programs of a document: a block marked `continues` goes on with the one before, a block ```` ```text output ```` is what the
 * one before prints, and `no-run: why` keeps a program from being run.
 *
 * @throws Error when there is none before, or for another mark.
 */
export function programsOf(blocks: readonly Block[]): Program[] {
  const chains: { blocks: Block[]; output: string[] }[] = [];
  for (const block of blocks) {
    const [before] = chains.slice(-1);
    const isCode = languages.includes(block.language);
    const belongs = isCode ? block.mark.startsWith("continues") : block.mark === "output";
    if (belongs && !before) throw new Error(`${block.file}:${block.line}: expected a program before ${block.mark}`);
    if (isCode && !/^(continues)?( ?no-run\b.*)?$/.test(block.mark)) {
      throw new Error(
        `${block.file}:${block.line - 1}: expected "continues" or "no-run: why", found ${JSON.stringify(block.mark)}`,
      );
    }
    if (!belongs && isCode) chains.push({ blocks: [block], output: [] });
    else if (belongs && isCode) before?.blocks.push(block);
    else if (belongs) before?.output.push(block.code);
  }
  return chains.map(({ blocks: [first, ...others], output }) => {
    const all = [first as Block, ...others];
    const source = all.reduce(placed, "");
    return {
      place: `${all[0]?.file}:${all[0]?.line}`,
      file: all[0]?.file ?? "",
      // Each is a module, even if it imports nothing.
      source: `${source}export {};\n`,
      output: output.length > 0 ? output.join("") : undefined,
      reasonNotToRun: all.map(reasonNotToRun).find((reason) => reason !== undefined),
      isTest: /from "vitest"/.test(source),
    };
  });
}

function placed(source: string, { line, code }: Block): string {
  const lines = source.split("\n").length;
  return source + "\n".repeat(line - lines) + code;
}
