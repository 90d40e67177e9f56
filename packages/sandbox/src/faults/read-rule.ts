// Checks the faults that tests and the control API's callers hand over.
import { type ProviderName, providerNames } from "../options.ts";
import type { Provider } from "../provider.ts";
import { maxSeed } from "../random.ts";
import { type Named, optional, readChoice, readInteger, readObject, unexpected } from "../read.ts";
import type { Fault, FaultKind, FaultRule, Moment } from "./fault.ts";

/** The longest time that a timer can run. */
const maxTimerMs = 2_147_483_647;
const yearMs = 366 * 24 * 60 * 60_000;
const moments: readonly Moment[] = ["before", "after"];

/** The fields of each kind of fault, beside its kind. */
const fieldsByKind: Readonly<Record<FaultKind, readonly string[]>> = {
  latency: ["delayMs", "when"],
  reset: ["when"],
  "cut-off": ["bytes"],
  "rate-limit": ["retryAfterSeconds"],
  status: ["status", "retryAfterSeconds"],
  code: ["code", "status"],
  "clock-skew": ["skewMs"],
};

/**
 * @throws TypeError that names the field which isn't as expected.
 */
export function readRule(value: unknown, providers: Readonly<Record<ProviderName, Provider>>): FaultRule {
  const field = readObject("", value, ["provider", "operation", "fault", "times", "probability", "seed"]);
  const provider = optional(field("provider"), (named) => readChoice(named, providerNames));
  const concerned = provider ? [provider] : providerNames;
  const operations = new Set(concerned.flatMap((name) => providers[name].spec.operations.map(({ id }) => id)));
  const rule: FaultRule = {
    provider,
    operation: optional(field("operation"), (named) => readChoice(named, [...operations])),
    fault: readFault(field("fault")),
    times: optional(field("times"), (named) => readInteger(named, 1, Number.MAX_SAFE_INTEGER)),
    probability: optional(field("probability"), readProbability),
    seed: optional(field("seed"), (named) => readInteger(named, 0, maxSeed)),
  };
  if (rule.seed !== undefined && rule.probability === undefined) {
    throw new TypeError("seed: expected a probability beside it");
  }
  if (rule.fault.kind === "code") checkCode(rule.fault, provider && providers[provider]);
  return Object.fromEntries(Object.entries(rule).filter(([, own]) => own !== undefined)) as unknown as FaultRule;
}

function readFault({ name, value }: Named): Fault {
  const kinds = Object.keys(fieldsByKind) as FaultKind[];
  const anyField = readObject(name, value, ["kind", ...new Set(Object.values(fieldsByKind).flat())]);
  const kind = readChoice(anyField("kind"), kinds);
  const field = readObject(name, value, ["kind", ...fieldsByKind[kind]]);
  const read: Readonly<Record<string, (named: Named) => unknown>> = {
    kind: () => kind,
    delayMs: (named) => readInteger(named, 0, maxTimerMs),
    when: (named) => optional(named, (given) => readChoice(given, moments)),
    bytes: (named) => optional(named, (given) => readInteger(given, 0, Number.MAX_SAFE_INTEGER)),
    retryAfterSeconds: (named) => optional(named, (given) => readInteger(given, 0, maxTimerMs)),
    status: (named) => (kind === "code" ? optional(named, readStatus) : readStatus(named)),
    code: readCode,
    skewMs: (named) => readInteger(named, -100 * yearMs, 100 * yearMs),
  };
  const entries = ["kind", ...fieldsByKind[kind]].map((own) => [own, read[own]?.(field(own))] as const);
  return Object.fromEntries(entries.filter(([, own]) => own !== undefined)) as unknown as Fault;
}

function readStatus(named: Named): number {
  return readInteger(named, 400, 599);
}

function readCode({ name, value }: Named): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  throw unexpected({ name, value }, "a text or a number");
}

function readProbability({ name, value }: Named): number {
  if (typeof value === "number" && value > 0 && value <= 1) return value;
  throw unexpected({ name, value }, "a number more than 0 and at most 1");
}

function checkCode(wanted: Extract<Fault, { kind: "code" }>, provider: Provider | undefined): void {
  if (!provider) throw new TypeError("provider: expected one, since codes are a provider's own, found nothing");
  try {
    provider.error(wanted, "");
  } catch (error) {
    throw new TypeError(`fault.code: ${(error as Error).message}`);
  }
}
