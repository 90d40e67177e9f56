// Lumyri's authorisation on its own: for a proxy, another language's test, or a look at what goes wrong.
export { type LumyriCredentials, sign } from "./auth.ts";
