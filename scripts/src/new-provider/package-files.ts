import { exportStatement, importStatement } from "../generate/imports.ts";
import { LINE_WIDTH } from "../generate/literal.ts";
import { authSource } from "./auth-source.ts";
import type { Security } from "./security.ts";

/** What a package is made for. */
export interface PackageFacts {
  /** The provider's name, as its folders have it. */
  readonly name: string;
  /** The client's name, in Pascal case. */
  readonly title: string;
  readonly security: Security;
  readonly environments: readonly string[];
}

/** A package of the workspace to go by: the texts of its files that are alike in all. */
export interface Pattern {
  /** The provider's name there. */
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The files that a new package takes from another one, with the provider's name changed. */
export const PATTERN_FILES: readonly string[] = ["package.json", "tsconfig.json", "turbo.json"];

/** @returns A new package's files, texts by path, but for the generated ones. */
export function packageFiles(facts: PackageFacts, pattern: Pattern): Map<string, string> {
  const { name, title, security } = facts;
  const copied = [...pattern.files].map(([path, text]): [string, string] => [
    path,
    renamed(path, text, pattern.name, facts),
  ]);
  return new Map([
    ...copied,
    ["README.md", readme(facts)],
    ["src/auth.ts", authSource(title, `specs/${name}/openapi.yaml`, security)],
    ["src/index.ts", indexSource(facts)],
    ["src/api.ts", apiSource(facts)],
    ["src/signing.ts", signingSource(facts)],
  ]);
}

function renamed(path: string, text: string, from: string, { name, title }: PackageFacts): string {
  const swapped = text.replaceAll(`/${from}`, `/${name}`).replaceAll(` ${from}"`, ` ${name}"`);
  if (path !== "package.json") return swapped;
  const manifest = { ...JSON.parse(swapped), version: "0.0.0", description: `A typed client for ${title}'s API.` };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function indexSource({ title, security, environments }: PackageFacts): string {
  const own = [...(environments.length > 0 ? ["type Environment"] : []), "methods", "provider", `type ${title}Client`];
  return `// A typed client for ${title}.
import { type ClientOptions, createExchange } from "@customer-clients/core";
${importStatement([...authNames(security), `type ${title}Credentials`], "./auth.ts")}${importStatement(own, "./generated/operations.ts")}
${optionsType(title, environments)}
/**
 * Makes a client for ${title}.
 *
 * @throws InvalidArgumentError for an option that can't be right; nothing was sent.
 */
export function create${title}Client(options: ${title}Options): ${title}Client {
  return methods(${exchangeExpression(security)});
}

export type { CallOptions, ClientOptions, Hooks, Page, PageList } from "@customer-clients/core";
export * from "@customer-clients/core/errors";
export type { ${title}Credentials } from "./auth.ts";
export type * from "./generated/operations.ts";
`;
}

function optionsType(title: string, environments: readonly string[]): string {
  if (environments.includes("live")) {
    return `/** What a client for ${title} is made from. */
export interface ${title}Options extends ${title}Credentials, ClientOptions {
  /**
   * Which of the provider's hosts to send to.
   * @default "live"
   */
  readonly environment?: Environment | undefined;
}
`;
  }
  const host = "{ readonly baseUrl: string }";
  const hosts = environments.length > 0 ? `(${host} | { readonly environment: Environment })` : host;
  const parts = [`export type ${title}Options = ${title}Credentials`, "ClientOptions", `${hosts};\n`];
  const line = parts.join(" & ");
  return `/** What a client for ${title} is made from. No live host is known: say which one to send to. */
${line.length <= LINE_WIDTH ? line : parts.join(" &\n  ")}`;
}

function apiSource({ title, security }: PackageFacts): string {
  return `// ${title} by method and path, answers as on the wire: openapi-fetch over the client's own pipeline.
import { createExchange } from "@customer-clients/core";
import { type Api, createApi } from "@customer-clients/core/api";
${importStatement(authNames(security), "./auth.ts")}import { descriptors, provider } from "./generated/operations.ts";
import type { paths } from "./generated/schema.ts";
import type { ${title}Options } from "./index.ts";

/**
 * Makes a client for ${title} by method and path.
 *
 * @throws InvalidArgumentError for an option that can't be right; nothing was sent.
 */
export function create${title}Api(options: ${title}Options): Api<paths> {
  return createApi<paths>(${exchangeExpression(security)}, descriptors);
}

export type { components, operations, paths } from "./generated/schema.ts";
`;
}

function signingSource({ title }: PackageFacts): string {
  return `// ${title}'s authorisation on its own: for a proxy, a test, or a look at what goes wrong.
${exportStatement(["signer", `type ${title}Credentials`], "./auth.ts")}`;
}

function readme({ name, title, security, environments }: PackageFacts): string {
  const options = security.credentials.flatMap(({ options: [first] }) => first ?? []);
  const given = environments.includes("live") ? options : [...options, "baseUrl"];
  return `# @customer-clients/${name}

A typed client for ${title}, made from \`specs/${name}/openapi.yaml\`.

\`\`\`ts
import { create${title}Client } from "@customer-clients/${name}";

const client = create${title}Client(${given.length > 0 ? `{ ${given.join(", ")} }` : "{}"});
\`\`\`
`;
}

function authNames(security: Security): string[] {
  return [...(hasKeyInQuery(security) ? ["authorised"] : []), "signer"];
}

function exchangeExpression(security: Security): string {
  const exchange = "createExchange(provider, signer(options), options)";
  return hasKeyInQuery(security) ? `authorised(${exchange}, options)` : exchange;
}

function hasKeyInQuery({ credentials }: Security): boolean {
  return credentials.some(({ kind }) => kind === "query");
}
