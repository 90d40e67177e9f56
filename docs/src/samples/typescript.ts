import { isConstantName } from "@customer-clients/scripts/src/generate/identifiers.ts";
import { Code, type Data, inline, printLiteral } from "@customer-clients/scripts/src/generate/literal.ts";
import type { Call, CallInput } from "./call.ts";
import { argumentsOf } from "./invoke.ts";

/** Where lines are broken: a sample stands in a column beside the text. */
const width = 72;

/** Options of the client, as they stand in the sample. */
export type ClientData = Readonly<Record<string, Data>>;

/**
 * Writes a call as a program of its own.
 *
 * @param options The client's options, such as the credentials; {@link environmentOptions} reads them from the environment.
 */
export function typescriptSample(call: Call, input: CallInput, options: ClientData): string {
  const factory = `create${call.client}Client`;
  const client = isConstantName(call.provider) ? call.provider : "client";
  const result = resultOf(call);
  const given = argumentsOf(call, input) as Data[];
  // A query that says nothing is left out.
  if (call.hasQuery && isEmpty(given.at(-1))) given.pop();
  const last = given.pop();
  const head = `const ${result} = await ${client}.${call.method}(${given.map((one) => `${inline(one)}, `).join("")}`;
  return [
    `import { ${factory} } from "@customer-clients/${call.provider}";`,
    "",
    printLiteral(`const ${client} = ${factory}(`, options, ");", width),
    "",
    last === undefined ? `${head});` : printLiteral(head, last, ");", width),
    call.isPage ? `console.log(${result}.items); // ${result}.nextPage() has the next one` : `console.log(${result});`,
    "",
  ].join("\n");
}

/**
 * @param required The names of the credentials that every client has.
 * @param optional The names of those that it may have.
 * @returns Options that take the credentials from environment variables, and name the host where it isn't the live one.
 */
export function environmentOptions(
  { provider, server: { environment } }: Call,
  required: readonly string[],
  optional: readonly string[],
): ClientData {
  const variable = (name: string) => `process.env.${variableOf(provider, name)}`;
  return {
    ...Object.fromEntries(required.map((name) => [name, new Code(`${variable(name)} ?? ""`)])),
    ...Object.fromEntries(optional.map((name) => [name, new Code(variable(name))])),
    ...(environment !== "live" && { environment }),
  };
}

/** @returns The environment variable for a credential: `signKey` of `my-shop` in `MY_SHOP_SIGN_KEY`. */
export function variableOf(provider: string, name: string): string {
  return `${provider} ${name}`
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/\W+/g, "_")
    .toUpperCase();
}

/** `customer` for `customers.get`. */
function resultOf({ method, isPage, verb }: Call): string {
  if (isPage) return "page";
  if (verb === "DELETE") return "deleted";
  const singular = (method.split(".").at(-2) ?? "").replace(/s$/, "");
  return isConstantName(singular) ? singular : "result";
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
