import type { ProviderName } from "../options.ts";
import type { Provider } from "../provider.ts";
import { createRandom, type Random } from "../random.ts";
import type { ActiveFault, Fault, Faults } from "./fault.ts";
import { readRule } from "./read-rule.ts";

/** What goes wrong with one request. */
export interface Plan {
  readonly latency?: Extract<Fault, { kind: "latency" }>;
  readonly skew?: Extract<Fault, { kind: "clock-skew" }>;
  /** Of all that decides what is answered, the one. */
  readonly answer?: Exclude<Fault, { kind: "latency" | "clock-skew" }>;
}

/** The faults of a sandbox, and what they do to each request. */
export interface FaultPlans extends Faults {
  /**
   * Says what goes wrong with a request, and counts it.
   *
   * @param operation The operation's id; none for an address that there isn't.
   */
  plan(provider: ProviderName, operation: string | undefined): Plan;
}

type Mutable = { -readonly [Field in keyof ActiveFault]: ActiveFault[Field] } & { readonly random: Random };

/** Makes a sandbox's faults: at first there are none. */
export function createFaults(providers: Readonly<Record<ProviderName, Provider>>): FaultPlans {
  let active: Mutable[] = [];
  return {
    add(rule) {
      const read = readRule(rule, providers);
      active.push({ ...read, hits: 0, random: createRandom(read.seed ?? 0) });
    },
    list: () => active.map(({ random: _, ...rule }) => rule),
    clear() {
      active = [];
    },
    plan(provider, operation) {
      const plan: { -readonly [Part in keyof Plan]: Fault } = {};
      for (const rule of active) {
        const isMeant = (rule.provider ?? provider) === provider && (rule.operation ?? operation) === operation;
        const part = partOf(rule.fault);
        if (!isMeant || plan[part]) continue;
        if (rule.probability !== undefined && rule.random.next() >= rule.probability) continue;
        rule.hits++;
        plan[part] = rule.fault;
      }
      active = active.filter(({ hits, times = Number.POSITIVE_INFINITY }) => hits < times);
      return plan as Plan;
    },
  };
}

function partOf({ kind }: Fault): keyof Plan {
  if (kind === "latency") return "latency";
  return kind === "clock-skew" ? "skew" : "answer";
}
