import { type Credentials, createSandbox, defaultCredentials, type ProviderName } from "@customer-clients/sandbox";
import { createCredentials, signatureOf } from "@customer-clients/sandbox/inspect";
import type { Call } from "../samples/call.ts";
import { captureRequest } from "../samples/capture.ts";
import { httpSample } from "../samples/http.ts";
import { textsOf } from "../samples/texts-of.ts";
import type { Typed } from "./look.ts";

/**
 * Makes an example for the workbench: the first call of the provider's, as the client sends it, and the throw-away key that it
 * is signed with.
 */
export async function exampleOf(calls: readonly Call[], createClient: (options: object) => object): Promise<Typed> {
  const call = calls[0] as Call;
  const provider = call.provider as ProviderName;
  const { key, isPem } = signatureOf(provider);
  const credentials: Credentials = isPem ? await createCredentials() : defaultCredentials;
  // As a client takes them: without what is the sandbox's own business.
  const own = textsOf((await createSandbox({ credentials })).credentials[provider]);
  const sent = await captureRequest(createClient, call, call.examples[0].input, own);
  return { request: httpSample(sent), key: own[key] ?? "", ownString: "", ownSignature: "" };
}
