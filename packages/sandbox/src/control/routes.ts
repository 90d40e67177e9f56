// What the control API can do: by path, then by method.
import type { FaultRule } from "../faults/fault.ts";
import { optional, readObject, unexpected } from "../read.ts";
import type { ReceivedRequest } from "../requests.ts";
import type { Sandbox } from "../sandbox.ts";
import type { SeedOptions } from "../seed/seed.ts";
import type { Snapshot } from "../snapshot.ts";

/** Does what a request asks for, and gives what is answered. It throws a TypeError for a body that isn't as expected. */
type Handler = (sandbox: Sandbox, body: unknown) => unknown;

/** Every path, and its methods. */
export const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  "/faults": {
    GET: ({ faults }) => faults.list(),
    POST: ({ faults }, body) => {
      faults.add(body as FaultRule);
      return faults.list();
    },
    DELETE: ({ faults }) => {
      faults.clear();
      return faults.list();
    },
  },
  "/clock": {
    GET: clockState,
    PUT: (sandbox, body) => {
      const field = readObject("", body, ["time", "advanceMs"]);
      const [time, advanceMs] = [field("time"), field("advanceMs")];
      if ((time.value === undefined) === (advanceMs.value === undefined)) {
        throw new TypeError("expected either time or advanceMs");
      }
      optional(time, ({ name, value }) => {
        const isText = typeof value === "string";
        const parsed = isText ? Date.parse(value) : value;
        if (typeof parsed !== "number" || Number.isNaN(parsed)) {
          throw unexpected({ name, value }, 'Unix milliseconds or a date such as "2026-01-31T08:00:00Z"');
        }
        sandbox.clock.set(parsed);
      });
      optional(advanceMs, ({ value }) => sandbox.clock.advance(value as number));
      return clockState(sandbox);
    },
    DELETE: (sandbox) => {
      sandbox.clock.reset();
      return clockState(sandbox);
    },
  },
  "/requests": {
    GET: ({ requests }) => requests.map(withoutCredentials),
  },
  "/seed": {
    POST: async (sandbox, body = {}) => {
      await sandbox.seed(body as SeedOptions);
      return {};
    },
  },
  "/snapshot": {
    GET: (sandbox) => sandbox.snapshot(),
    PUT: async (sandbox, body) => {
      await sandbox.restore(body as Snapshot);
      return {};
    },
  },
  "/reset": {
    POST: async (sandbox) => {
      await sandbox.reset();
      return {};
    },
  },
};

function clockState({ clock }: Sandbox): { readonly now: number; readonly date: string } {
  const now = clock.now();
  return { now, date: new Date(now).toISOString() };
}

/** The API key stands in it in Base64. */
function withoutCredentials({ headers, ...request }: ReceivedRequest): ReceivedRequest {
  return { ...request, headers: { ...headers, ...(headers.authorization && { authorization: "***" }) } };
}
