import { createSandbox, type Sandbox, type SandboxOptions } from "@customer-clients/sandbox";
import { startSandbox } from "@customer-clients/sandbox/node";

/** The two ways to run a sandbox: what holds for one holds for the other. */
export const places: readonly {
  readonly place: string;
  readonly open: (options?: SandboxOptions) => Promise<Sandbox>;
}[] = [
  { place: "in process", open: createSandbox },
  { place: "on loopback", open: startSandbox },
];

/** Everything that an iteration gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
