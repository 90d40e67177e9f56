// What both entries export, beside their own way to run a sandbox.

export type { Clock } from "./clock.ts";
export type { ActiveFault, Fault, FaultKind, FaultRule, Faults, Moment } from "./faults/fault.ts";
export { type Credentials, defaultCredentials, type ProviderName, type SandboxOptions } from "./options.ts";
export type { ReceivedRequest } from "./requests.ts";
export type { ClientCredentials, Sandbox } from "./sandbox.ts";
export type { SeedOptions } from "./seed/seed.ts";
export type { Snapshot } from "./snapshot.ts";
