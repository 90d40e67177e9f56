// A sandbox whose every answer is checked against the specs.
import { answers as asiabill } from "../generated/asiabill-answers.ts";
import { answers as finan } from "../generated/finan-answers.ts";
import { answers as lumyri } from "../generated/lumyri-answers.ts";
import { answers as pingxx } from "../generated/pingxx-answers.ts";
import type { ProviderName } from "../options.ts";
import type { ReceivedRequest } from "../requests.ts";
import type { Sandbox } from "../sandbox.ts";
import type { AnswerValidators, Validator } from "../spec/operation.ts";

const validators: Readonly<Record<ProviderName, AnswerValidators>> = { asiabill, finan, lumyri, pingxx };

/** Makes `fetch` fail where an answer isn't what the spec says. Requests go one after the other. */
export function checked(sandbox: Sandbox): Sandbox {
  return {
    ...sandbox,
    async fetch(input, init) {
      const response = await sandbox.fetch(input, init);
      const { provider, operation, status } = sandbox.requests.at(-1) as ReceivedRequest;
      const body: unknown = await response.clone().json();
      const validate = validatorOf(provider, operation, status);
      if (response.headers.get("content-type") !== "application/json") throw new Error("expected application/json");
      if (!validate) throw new Error(`${provider} ${operation}: expected a status that the spec has, found ${status}`);
      if (!validate(body)) {
        throw new Error(`${provider} ${operation} ${status}: ${JSON.stringify({ errors: validate.errors, body })}`);
      }
      return response;
    },
  };
}

/**
 * @param operation The operation's id; none for an address that there isn't.
 * @returns Nothing when the spec has no such status.
 */
export function validatorOf(
  provider: ProviderName,
  operation: string | undefined,
  status: number,
): Validator | undefined {
  const { operations, error } = validators[provider];
  if (operation === undefined) return error;
  const byStatus = operations[operation] ?? {};
  return byStatus[status] ?? byStatus[`${String(status)[0]}XX`] ?? byStatus.default;
}
