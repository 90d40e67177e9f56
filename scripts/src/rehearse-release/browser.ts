import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const programs = ["chromium", "chromium-browser", "google-chrome"];

/** The first program on the path that is Chromium. */
export function findChromium(path: string = process.env.PATH ?? ""): string | undefined {
  const folders = path.split(delimiter).filter(Boolean);
  return programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
