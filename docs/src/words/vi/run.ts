import type { run as english } from "../en/run.ts";
import type { Translated } from "../words.ts";

export const run: Translated<typeof english> = {};
