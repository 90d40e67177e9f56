import type { workbench as english } from "../en/workbench.ts";
import type { Translated } from "../words.ts";

export const workbench: Translated<typeof english> = {};
