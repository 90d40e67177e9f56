import type { Part } from "../../spec/outline.ts";
import { asText, entriesOf } from "../../spec/pointer.ts";
import { clientOf, operationsOf } from "../operations.ts";
import type { Rule } from "../rule.ts";

/** Each operation has a place of its own on the client: `customers.list` beside `customers.list.all` has none. */
export const methodUnique: Rule = function* (outline) {
  const seen = new Map<string, string>();
  for (const { part, client } of operationsOf(outline)) {
    const method = asText(client.method);
    if (method === undefined) continue;
    for (const [other, owner] of seen) {
      if (other !== method && !other.startsWith(`${method}.`) && !method.startsWith(`${other}.`)) continue;
      yield {
        pointer: `${part.pointer}/x-client/method`,
        message: `expected a method apart from ${other} (${owner}), found ${method}`,
      };
    }
    seen.set(method, asText(part.value.operationId) ?? part.pointer);
  }
};

/** Each environment has one server. */
export const environmentUnique: Rule = function* (outline) {
  const seen = new Set<string>();
  for (const part of outline.parts) {
    const environment = part.kind === "server" ? asText(clientOf(part).environment) : undefined;
    if (environment === undefined) continue;
    if (seen.has(environment)) {
      yield {
        pointer: `${part.pointer}/x-client/environment`,
        message: `expected an environment that no other server has, found ${environment} again`,
      };
    }
    seen.add(environment);
  }
};

/** A header that the client sets itself is a declared header parameter, or the header of a security scheme. */
export const signingHeaders: Rule = function* (outline) {
  const declared = new Set(outline.parts.flatMap(headerOf));
  for (const scheme of outline.parts.filter(({ kind }) => kind === "securityScheme")) {
    for (const [index, name] of entriesOf(clientOf(scheme).headers)) {
      if (declared.has(String(name).toLowerCase())) continue;
      yield {
        pointer: `${scheme.pointer}/x-client/headers/${index}`,
        message: `expected the name of a header parameter or of a security scheme's header (${[...declared].join(", ")}), found ${name}`,
      };
    }
  }
};

function headerOf({ kind, value }: Part): string[] {
  if (kind === "securityScheme" && value.type === "http") return ["authorization"];
  const isNamed = kind === "parameter" || (kind === "securityScheme" && value.type === "apiKey");
  const name = isNamed && value.in === "header" ? asText(value.name) : undefined;
  return name === undefined ? [] : [name.toLowerCase()];
}
