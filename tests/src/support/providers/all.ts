import { asiabill } from "./asiabill.ts";
import { finan } from "./finan.ts";
import { lumyri } from "./lumyri.ts";
import { pingxx } from "./pingxx.ts";
import type { Calls, ProviderCase, TestOptions } from "./provider.ts";

/** The four providers. */
export const providers: readonly ProviderCase[] = [asiabill, finan, lumyri, pingxx];

/** A provider, and one of the two ways to call it. */
export interface WayCase extends ProviderCase {
  /** For the name of a test: `AsiaBill methods`. */
  readonly way: string;
  /** Makes a client for a server whose address is its origin alone. */
  connect(options: TestOptions): Calls;
}

/** Each provider, by its methods and by its `/api`: what holds for one holds for the other. */
export const ways: readonly WayCase[] = providers.flatMap((provider) =>
  Object.entries(provider.ways).map(([way, connect]) => ({
    ...provider,
    way: `${provider.name} ${way}`,
    connect: (options: TestOptions) => connect({ ...options, baseUrl: options.baseUrl + provider.basePath }),
  })),
);
