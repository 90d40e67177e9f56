// Finan's signature on its own: for a proxy, another language's test, or a look at what goes wrong.
export { canonicalString, type FinanCredentials, type SigningParts, sign } from "./auth.ts";
