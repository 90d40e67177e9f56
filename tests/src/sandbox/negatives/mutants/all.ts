import type { Mutant } from "../mutant.ts";
import { asiabill } from "./asiabill.ts";
import { finan } from "./finan.ts";
import { lumyri } from "./lumyri.ts";
import { pingxx } from "./pingxx.ts";

/** Bugs that a sandbox could have. */
export const mutants: readonly Mutant[] = [...asiabill, ...finan, ...lumyri, ...pingxx];
