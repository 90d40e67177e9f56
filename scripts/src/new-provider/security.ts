import { camelCase, isConstantName } from "../generate/identifiers.ts";
import type { SpecNode } from "../generate/spec-node.ts";
import type { Document } from "./read-source.ts";

/** How a credential is sent. */
export interface Credential {
  readonly kind: "bearer" | "basic" | "header" | "query";
  /** The names of the client's options for it. */
  readonly options: readonly string[];
  /** The header's or the query parameter's name; of `bearer` and `basic`, that of the header that they have anyway. */
  readonly name: string;
}

/** What a request is authorised by, and the schemes that there is no code for. */
export interface Security {
  readonly credentials: readonly Credential[];
  readonly unsupported: readonly string[];
}

/**
 * Chooses the security requirement that the client meets: the first whose schemes there is code for. Marks the headers that
 * the client sets by it.
 *
 * @param root The document's root; the marks are written into it.
 */
export function chooseSecurity(root: SpecNode): Security {
  const requirements = [root, ...operationsOf(root)].flatMap((owner) => owner.get("security")?.items() ?? []);
  const schemes = root.at("/components/securitySchemes");
  const unsupported = new Set<string>();
  for (const requirement of requirements) {
    const named = requirement.entries().map(([name]) => [name, schemes?.get(name)?.target()] as const);
    const credentials = named.map(([, scheme]) => scheme && credentialOf(scheme));
    named.forEach(([name], index) => {
      if (credentials[index] === undefined) unsupported.add(name);
    });
    if (named.length === 0 || credentials.includes(undefined)) continue;
    for (const [, scheme] of named) markHeaders(scheme as SpecNode);
    return { credentials: distinct(credentials as Credential[]), unsupported: [] };
  }
  return { credentials: [], unsupported: [...unsupported] };
}

function operationsOf(root: SpecNode): SpecNode[] {
  const pathItems = root.get("paths")?.entries() ?? [];
  return pathItems.flatMap(([, pathItem]) => pathItem.entries().map(([, operation]) => operation));
}

function credentialOf(scheme: SpecNode): Credential | undefined {
  const type = scheme.text("type");
  const httpScheme = scheme.text("scheme")?.toLowerCase();
  if (type === "oauth2" || type === "openIdConnect" || (type === "http" && httpScheme === "bearer")) {
    return { kind: "bearer", options: ["accessToken"], name: "authorization" };
  }
  if (type === "http" && httpScheme === "basic") {
    return { kind: "basic", options: ["username", "password"], name: "authorization" };
  }
  const place = scheme.text("in");
  const name = scheme.text("name") ?? "";
  if (type !== "apiKey" || (place !== "header" && place !== "query") || !/^[\w-]+$/.test(name)) return undefined;
  if (place === "header" && name.toLowerCase() === "authorization") {
    return { kind: "header", options: ["authorization"], name: "authorization" };
  }
  const option = camelCase(name.replace(/^x-/i, ""));
  return { kind: place, options: [isConstantName(option) ? option : "apiKey"], name };
}

/** A header's key is masked by its scheme alone. */
function markHeaders(scheme: SpecNode): void {
  if (scheme.text("type") === "apiKey" || scheme.get("x-client")) return;
  (scheme.value as Document)["x-client"] = { headers: ["authorization"] };
}

/** Numbers the options of credentials that would have the same. */
function distinct(credentials: readonly Credential[]): Credential[] {
  const taken = new Set<string>();
  return credentials.map((credential) => ({
    ...credential,
    options: credential.options.map((option) => {
      const name = taken.has(option) ? `${option}${taken.size + 1}` : option;
      taken.add(name);
      return name;
    }),
  }));
}
