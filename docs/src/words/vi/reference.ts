import type { reference as english } from "../en/reference.ts";
import type { Translated } from "../words.ts";

export const reference: Translated<typeof english> = {
};
