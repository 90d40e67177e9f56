// Sends generated requests to a sandbox, and judges its answers.
import type { Sandbox } from "@customer-clients/sandbox";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Case, Draft } from "./case.ts";
import type { Api, Operation } from "./operations.ts";
import type { ProviderRules, Signable } from "./provider.ts";

/** After how many requests the sandbox is emptied: what it has to remember stays small. */
const renewAfter = 200;

/** Nothing depends on the time of day. */
const startTime = Date.UTC(2026, 10, 19, 12);

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const compiled = new Map<object, ValidateFunction>();

function validatorOf(schema: object): ValidateFunction {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

interface Received {
  readonly status: number;
  readonly mediaType: string | null;
  readonly text: string;
  readonly reason: string;
}

/** Sends one provider's requests to one sandbox, one after the other. */
export interface Session {
  readonly api: Api;
  /** @throws Error that shows the request and the answer, when it isn't answered as it has to be. */
  check(operation: Operation, sent: Case): Promise<void>;
}

/**
 * Begins to send requests to a sandbox, which is this session's alone: it is emptied, and its clock stopped.
 *
 * @param api What the provider's spec says.
 */
export function startSession(sandbox: Sandbox, rules: ProviderRules, api: Api): Session {
  let count = 0;
  let left = 0;
  let placeholders: Readonly<Record<string, string>> = {};
  const origin = new URL(sandbox.urls[rules.name]).origin;

  function operationOf(isWanted: (operation: Operation) => boolean): Operation {
    const found = api.operations.find(isWanted);
    if (!found) throw new Error(`${rules.name}: expected an operation with ${isWanted}`);
    return found;
  }
  const fill = (text: string, unique: number) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      name === "unique" ? String(unique) : (placeholders[name] ?? whole),
    );
  const filled = (draft: Draft, unique: number) => {
    const query = draft.query.length > 0 ? `?${fill(draft.query.join("&"), unique)}` : "";
    const { body = "" } = draft;
    return {
      method: draft.method,
      target: fill(draft.path, unique) + query,
      body: typeof body === "string" ? new TextEncoder().encode(fill(body, unique)) : body,
    };
  };

  async function send(
    operation: Operation,
    { draft, signing }: Pick<Case, "draft" | "signing">,
    unique: number,
  ): Promise<Received> {
    const request = filled(draft, unique);
    const signed: Signable = {
      ...filled({ ...draft, ...signing.over }, unique),
      now: sandbox.clock.now(),
      count: unique,
    };
    const signature = rules.sign(signed, signing, operation);
    const headers = new Headers({ ...draft.headers, ...signature });
    for (const [name, value] of Object.entries(signing.headers ?? {})) {
      if (value === null) headers.delete(name);
      else headers.set(name, value === "{later}" ? String(Number(headers.get(name)) + 1) : value);
    }
    const { method, target, body } = request;
    const response = await sandbox.fetch(origin + target, { method, headers, ...(body.length > 0 && { body }) });
    return {
      status: response.status,
      mediaType: response.headers.get("content-type"),
      text: await response.text(),
      reason: decodeURIComponent(response.headers.get("x-sandbox-reason") ?? ""),
    };
  }

  async function renew(): Promise<void> {
    await sandbox.reset();
    sandbox.clock.set(startTime);
    placeholders = {};
    placeholders = await rules.prepare(async (id, body) => {
      const operation = operationOf(({ id: own }) => own === id);
      const { method, path } = operation;
      const headers = { "content-type": "application/json" };
      const draft: Draft = { method, path, query: [], body: JSON.stringify(body), headers };
      return JSON.parse((await send(operation, { draft, signing: {} }, ++count)).text);
    });
    left = renewAfter;
  }

  return {
    api,
    async check(operation, sent) {
      if (left-- <= 0) await renew();
      const unique = ++count;
      if (sent.sentBefore !== undefined) {
        // A read with the same id: nothing but the id is repeated.
        const list = operationOf(({ method, path }) => method === "GET" && !path.includes("{"));
        await send(
          list,
          { draft: { method: "GET", path: list.path, query: [], headers: {} }, signing: sent.signing },
          unique,
        );
        sandbox.clock.advance(sent.sentBefore);
      }
      const received = await send(operation, sent, unique);
      const problem = problemOf(operation, sent, received, rules, api);
      if (sent.sentBefore !== undefined || (!sent.expected && operation.method === "DELETE")) left = 0;
      if (problem === undefined) return;
      left = 0;
      const { method, target, headers, body } = sandbox.requests.at(-1) ?? {};
      const request = [`${method} ${target}`, JSON.stringify(headers), body].join("\n");
      throw new Error(
        `${operation.id}, rule broken: ${sent.rule}\n${problem}\n\n${request}\n\n${received.status} ${received.text}\n${received.reason}`,
      );
    },
  };
}

/** What is wrong with an answer. */
function problemOf(
  operation: Operation,
  { expected }: Case,
  received: Received,
  rules: ProviderRules,
  api: Api,
): string | undefined {
  const { status, mediaType, text, reason } = received;
  if (status >= 500) return "expected no fault of the sandbox";
  if (mediaType !== "application/json") return `expected application/json, found ${mediaType}`;
  if (rules.secrets.some((secret) => (text + reason).includes(secret))) return "expected no secret in the answer";
  const body: unknown = JSON.parse(text);
  if (expected) {
    if (!expected.some((kind) => rules.isRefusal(kind, status, body)))
      return `expected the provider's refusal: ${expected.join(" or ")}`;
    if (reason === "") return "expected a reason in words";
    const validate = validatorOf(api.error);
    return validate(body) ? undefined : `expected the spec's error: ${ajv.errorsText(validate.errors)}`;
  }
  if (!rules.isSuccess(status, body)) return "expected to be accepted";
  const schema = operation.answers[status];
  if (!schema) return "expected a status that the spec has";
  const validate = validatorOf(schema);
  return validate(body) ? undefined : `expected the spec's answer: ${ajv.errorsText(validate.errors)}`;
}
