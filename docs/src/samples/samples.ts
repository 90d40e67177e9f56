import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SPECS, specOf } from "../spec/specs.ts";
import { type Call, type CallExample, callsOf } from "./call.ts";
import { captureRequest, sentAt, sentId } from "./capture.ts";
import { credentialNames, credentialsOf } from "./credentials.ts";
import { curlSample } from "./curl.ts";
import { httpSample } from "./http.ts";
import { environmentOptions, typescriptSample } from "./typescript.ts";

/** A sample of a call, ready to be shown. */
export interface Sample {
  /** What the reader picks it by, such as `TypeScript`. */
  readonly label: string;
  /** The language that it is highlighted as. */
  readonly language: "ts" | "sh" | "http";
  readonly code: string;
}

/**
 * @returns The samples of an operation, at build time; the first is the one shown. None for one that no client has, or of a provider
 * that the sandbox doesn't know: a sample is shown only if it can be run.
 */
export async function samples(provider: string, operationId: string): Promise<readonly Sample[]> {
  if (!credentialsOf(provider)) return [];
  const call = callsOf(provider, specOf(provider).document).find((call) => call.operationId === operationId);
  const recipe = join(SPECS, provider, "sign.sh");
  return call ? samplesOf(call, call.examples[0], existsSync(recipe) ? readFileSync(recipe, "utf8") : undefined) : [];
}

/**
 * @param example One of the call's.
 * @param recipe How the provider's requests are signed in shell; without it there is no curl.
 * @returns The call in each language: a program, a script, and the request that they send, with a signature made once.
 */
export async function samplesOf(call: Call, { input }: CallExample, recipe: string | undefined): Promise<Sample[]> {
  const credentials = credentialsOf(call.provider) ?? {};
  const entry = await import(/* @vite-ignore */ `@customer-clients/${call.provider}`);
  const options = { ...credentials, now: () => sentAt, requestId: () => sentId };
  const sent = await captureRequest(entry[`create${call.client}Client`], call, input, options);
  const names = Object.keys(credentials);
  const optional = (await credentialNames(call.provider)).filter((name) => !names.includes(name));
  const program = typescriptSample(call, input, environmentOptions(call, names, optional));
  return [
    { label: "TypeScript", language: "ts", code: program },
    ...(recipe === undefined
      ? []
      : [{ label: "curl", language: "sh" as const, code: curlSample({ call, input, sent, credentials, recipe }) }]),
    { label: "HTTP", language: "http", code: httpSample(sent) },
  ];
}
