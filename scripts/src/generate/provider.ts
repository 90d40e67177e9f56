import { type Call, readErrorRule, readSuccess } from "./answer-rules.ts";
import { readPointer } from "./client-pointer.ts";
import { checkMemberName, checkTypeName } from "./identifiers.ts";
import type { Code } from "./literal.ts";
import { sensitiveNames } from "./sensitive.ts";
import type { SpecNode } from "./spec-node.ts";

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** What a spec says about its provider as a whole, in the form that the pipeline takes. */
export interface Provider {
  readonly name: string;
  readonly environments: Readonly<Record<string, string>>;
  readonly envelope: Envelope;
  readonly errors: readonly (readonly [pattern: Code, kind: Code])[];
  /** Lower case, sorted. */
  readonly signingHeaders: readonly string[];
  readonly clockToleranceMs: number | undefined;
  /** Sorted. */
  readonly sensitive: readonly string[];
}

type Envelope = {
  readonly value: readonly string[];
  readonly code: readonly string[] | undefined;
  readonly message: readonly string[] | undefined;
  readonly requestId: readonly string[] | string | undefined;
  readonly success: Call;
};

/** @returns The document's `x-client`. */
export function clientOf(root: SpecNode): SpecNode {
  return root.need("x-client", "the client's name, its envelope and its errors");
}

/**
 * @param root The document's root.
 * @throws {UnusableSpecError} When `x-client` says something that the pipeline has no form for.
 */
export function readProvider(root: SpecNode): Provider {
  const client = clientOf(root);
  const name = client.need("name", "the provider's name in Pascal case, such as AsiaBill");
  const schemes = securitySchemes(root);
  return {
    name: checkTypeName(client.text("name") ?? "", name),
    environments: readEnvironments(root),
    envelope: readEnvelope(client.need("envelope", "where an answer has its value, and what a success is")),
    errors: client.get("errors")?.items().map(readErrorRule) ?? [],
    signingHeaders: [...new Set(schemes.flatMap(headersOf))].sort(),
    clockToleranceMs: clockTolerance(schemes),
    sensitive: sensitiveNames(root),
  };
}

function readEnvironments(root: SpecNode): Record<string, string> {
  const environments: Record<string, string> = {};
  for (const server of root.get("servers")?.items() ?? []) {
    const environment = server.get("x-client")?.get("environment");
    if (environment === undefined) continue;
    const name = checkMemberName(String(environment.value), environment);
    if (Object.hasOwn(environments, name)) environment.fail(`expected one server for the environment ${name}`);
    environments[name] = readUrl(server.need("url", "the environment's base URL"));
  }
  return environments;
}

function readUrl(node: SpecNode): string {
  const text = String(node.value);
  if (isBaseUrl(text)) return text.replace(/\/$/, "");
  return node.fail("expected an https URL (http on a loopback host) without variables, user, query and fragment");
}

/** @returns Whether a client can send to a URL: nobody on the way reads a credential, and nothing but the path is added. */
export function isBaseUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || /[{}?#@\\\s]/.test(text)) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname));
}

function readEnvelope(node: SpecNode): Envelope {
  const pointer = (key: string) => {
    const member = node.get(key);
    return member && readPointer(member);
  };
  const requestId = node.text("requestId");
  return {
    value: readPointer(node.need("value", 'a pointer to a success answer\'s value, "" for the whole answer')),
    code: pointer("code"),
    message: pointer("message"),
    requestId: requestId === undefined || /^[a-z0-9-]+$/.test(requestId) ? requestId : pointer("requestId"),
    success: readSuccess(node.need("success", "what a success is: codes, pattern or absent")),
  };
}

function securitySchemes(root: SpecNode): SpecNode[] {
  const schemes = root.at("/components/securitySchemes")?.entries() ?? [];
  return schemes.map(([, scheme]) => scheme.target());
}

function headersOf(scheme: SpecNode): string[] {
  const own =
    scheme.text("type") === "apiKey" && scheme.text("in") === "header" ? [scheme.need("name", "a header")] : [];
  const set = scheme.at("/x-client/headers")?.items() ?? [];
  return [...own, ...set].map((node) =>
    typeof node.value === "string" && /^[\w!#$%&'*+.^`|~-]+$/.test(node.value)
      ? node.value.toLowerCase()
      : node.fail("expected the name of a header"),
  );
}

function clockTolerance(schemes: readonly SpecNode[]): number | undefined {
  for (const scheme of schemes) {
    const tolerance = scheme.at("/x-client/clockToleranceSeconds");
    if (tolerance === undefined) continue;
    if (typeof tolerance.value === "number" && tolerance.value > 0 && Number.isFinite(tolerance.value)) {
      return tolerance.value * 1000;
    }
    tolerance.fail("expected a number of seconds");
  }
  return undefined;
}
