import { docComment } from "../generate/comments.ts";
import { isIdentifier } from "../generate/identifiers.ts";
import { importStatement } from "../generate/imports.ts";
import { stringLiteral } from "../generate/literal.ts";
import type { Credential, Security } from "./security.ts";

/**
 * Writes a package's `auth.ts`.
 *
 * @param title The client's name.
 * @param spec The spec's path, as a comment names it.
 */
export function authSource(title: string, spec: string, { credentials, unsupported }: Security): string {
  const headers = credentials.filter(({ kind }) => kind !== "query");
  const queries = credentials.filter(({ kind }) => kind === "query");
  const options = credentials.flatMap((credential) => credential.options);
  const imports = [
    ...(headers.some(({ kind }) => kind === "basic") ? ["basic"] : []),
    ...(headers.some(({ kind }) => kind === "bearer") ? ["bearer"] : []),
    ...(options.length > 0 ? ["credential"] : []),
    ...(queries.length > 0 ? ["type Exchange"] : []),
    "type Signer",
  ];
  const sections = [
    `// How ${title}'s requests are authorised, as the security schemes in ${spec} say.\n${importStatement(imports, "@customer-clients/core")}`,
    credentialsType(title, credentials),
    signerSource(title, headers, options, unsupported),
    ...(queries.length > 0 ? [exchangeSource(title, queries)] : []),
  ];
  return sections.join("\n");
}

function credentialsType(title: string, credentials: readonly Credential[]): string {
  const head = `/** What ${title} gives its users. */\n`;
  if (credentials.length === 0) return `${head}export type ${title}Credentials = Record<never, never>;\n`;
  const fields = credentials.flatMap(({ kind, name, options }) =>
    options.map((option) => {
      const mark = option.startsWith("password") ? "?" : "";
      return `  /** ${describe(kind, name)} */\n  readonly ${option}${mark}: string${mark && " | undefined"};\n`;
    }),
  );
  return `${head}export interface ${title}Credentials {\n${fields.join("")}}\n`;
}

function describe(kind: Credential["kind"], name: string): string {
  if (kind === "bearer") return "Sent as a bearer token.";
  if (kind === "basic") return "Sent by HTTP Basic.";
  return `Sent as the ${kind === "query" ? "query parameter" : "header"} \`${name}\`.`;
}

function signerSource(
  title: string,
  headers: readonly Credential[],
  options: readonly string[],
  unsupported: readonly string[],
): string {
  const isRequired = (option: string) => !option.startsWith("password");
  const checks = options.map((option) =>
    isRequired(option)
      ? `  credential(${stringLiteral(option)}, ${option});\n`
      : `  if (${option} !== "") credential(${stringLiteral(option)}, ${option});\n`,
  );
  const members = headers.map(({ kind, name, options: [first = "", second = ""] }) => {
    const key = isIdentifier(name) ? name.toLowerCase() : stringLiteral(name.toLowerCase());
    if (kind === "bearer") return `${key}: bearer(${first})`;
    if (kind === "basic") return `${key}: basic(${first}, ${second})`;
    return key === first ? first : `${key}: ${first}`;
  });
  const taken = options.map((option) => (isRequired(option) ? option : `${option} = ""`));
  const parameter = taken.length > 0 ? `{ ${taken.join(", ")} }` : "_credentials";
  const notes = unsupported.map((name) => `What the security scheme ${name} wants is to be written here by hand.`);
  const throws = {
    tag: "throws",
    text: "InvalidArgumentError for a credential that is empty or can't stand in a header.",
  };
  return [
    docComment(["Authorises a client's requests.", ...notes], options.length > 0 ? [throws] : [], ""),
    `export function signer(${parameter}: ${title}Credentials): Signer {\n`,
    ...checks,
    `  const headers = ${members.length > 0 ? `{ ${members.join(", ")} }` : "{}"};\n`,
    `  return { secrets: [${options.join(", ")}], headers: () => headers };\n}\n`,
  ].join("");
}

function exchangeSource(title: string, queries: readonly Credential[]): string {
  const options = queries.flatMap((credential) => credential.options);
  const members = queries.map(({ name, options: [option] }) => {
    const key = isIdentifier(name) ? name : stringLiteral(name);
    return key === option ? option : `${key}: ${option}`;
  });
  return `/** Puts the key into the query of each request, where ${title} wants it. */
export function authorised(exchange: Exchange, { ${options.join(", ")} }: ${title}Credentials): Exchange {
  const key = { ${members.join(", ")} };
  return (operation, input, callOptions, read) =>
    exchange(operation, { ...input, query: { ...input.query, ...key } }, callOptions, read);
}
`;
}
