import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SPECS } from "../spec/specs.ts";

/** The figures that the start page shows. They stand in the README, as `pnpm bench` gave them, and nowhere else. */
export interface Figures {
  /** A client's size in a browser's bundle: its function, and the text of the size. */
  readonly sizes: readonly (readonly [name: string, size: string])[];
  /** How long a call takes over loopback, as a multiple of the same written by hand. */
  readonly ratio: string | undefined;
  /** How long after its creation the sandbox gives its first answer. */
  readonly firstAnswer: string | undefined;
}

/** @param readme The README's text. */
export function figuresOf(readme: string = readFileSync(join(SPECS, "../README.md"), "utf8")): Figures {
  return {
    sizes: [...readme.matchAll(/^\| *`(create\w+Client)` *\| *([\d.]+ kB)/gm)].map(([, name = "", size = ""]) => [
      name,
      size,
    ]),
    ratio: /^\| *the same written by hand *\|.*\| *([\d.]+) *\|$/m.exec(readme)?.[1],
    firstAnswer: /first answer (\d+ ms)/.exec(readme)?.[1],
  };
}
