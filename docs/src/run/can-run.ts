import { callsOf } from "../samples/call.ts";
import { credentialsOf } from "../samples/credentials.ts";
import { specOf } from "../spec/specs.ts";

/** @returns Whether an operation can be run in its page: a client has it, and the sandbox knows its provider. */
export function canRun(provider: string, operationId: string): boolean {
  const isKnown = credentialsOf(provider) !== undefined;
  return isKnown && callsOf(provider, specOf(provider).document).some((call) => call.operationId === operationId);
}
