import type { ProviderRules } from "../provider.ts";
import { asiabill } from "./asiabill.ts";
import { finan } from "./finan.ts";
import { lumyri } from "./lumyri.ts";
import { pingxx } from "./pingxx.ts";

/** The four providers. */
export const providers: readonly ProviderRules[] = [asiabill, finan, lumyri, pingxx];
