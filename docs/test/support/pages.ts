import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A page of the built site. */
export interface BuiltPage {
  /** Its address within the site, such as `zh-cn/asiabill/`; `""` for the start page. */
  readonly place: string;
  readonly html: string;
}

/** @returns The built pages of ours, in the order of their addresses: without Redoc's, and without those that lead on. */
export function pagesIn(folder: string): BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(index|404)\.html$/.test(file))
    .map((file) => ({ place: file.replace(/index\.html$/, ""), html: readFileSync(join(folder, file), "utf8") }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}
