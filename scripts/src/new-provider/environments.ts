import { isBaseUrl } from "../generate/provider.ts";
import type { SpecNode } from "../generate/spec-node.ts";
import { freeName } from "./hoist.ts";
import type { Document } from "./read-source.ts";

/** What a server's description or host says of it. */
const HINTS = ["sandbox", "staging", "test", "demo", "local"];

/**
 * Names the servers that a client can send to, and puts the defaults of their variables in.
 *
 * @param root The document's root; its servers are written to.
 * @returns The environments' names.
 */
export function nameEnvironments(root: SpecNode): string[] {
  const names: string[] = [];
  for (const server of root.get("servers")?.items() ?? []) {
    const value = server.value as Document;
    const url = String(value.url).replace(/\{([^{}]+)\}/g, (_, name: string) => {
      return String(server.at(`/variables/${name.replaceAll("~", "~0").replaceAll("/", "~1")}/default`)?.value ?? "");
    });
    if (value["x-client"] !== undefined || !isBaseUrl(url)) continue;
    const text = `${value.description ?? ""} ${url}`.toLowerCase();
    const environment = freeName(HINTS.find((hint) => text.includes(hint)) ?? "live", (name) => names.includes(name));
    value.url = url;
    delete value.variables;
    value["x-client"] = { environment };
    names.push(environment);
  }
  return names;
}
