import type { Call, CallInput } from "./call.ts";
import type { SentRequest } from "./capture.ts";
import { variableOf } from "./typescript.ts";

/** What a curl sample is made of. */
export interface CurlParts {
  readonly call: Call;
  readonly input: CallInput;
  /** The same request as the client sends it. */
  readonly sent: SentRequest;
  /** The credentials that the request was signed with, by name. */
  readonly credentials: Readonly<Record<string, string>>;
  /**
   * How the provider's requests are signed, in shell: `specs/<provider>/sign.sh`. It reads `method`, `target` (the path under
   * the base URL, with its query), `body`, `path_values` and `query_values` (decoded, in the order of the names) and the
   * credentials' variables, and sets the array `headers` to arguments of curl.
   */
  readonly recipe: string;
}

/** Writes a request as a script of bash, openssl and curl that signs it when it runs. */
export function curlSample({ call, input, sent, credentials, recipe }: CurlParts): string {
  const { provider, server } = call;
  const values = {
    method: sent.method,
    target: sent.url.slice(server.url.length),
    body: sent.body ?? "",
    path_values: valuesByName(Object.entries(input.path)),
    query_values: valuesByName([...new URL(sent.url).searchParams]),
  };
  const settings = Object.entries(values).filter(([name, value]) => {
    const isUsed = name === "method" || name === "target" || recipe.includes(`$${name}`) || recipe.includes(`{${name}`);
    return isUsed && (value !== "" || name === "body");
  });
  const own = Object.entries(sent.headers).flatMap(([name, value]) => {
    const credential = Object.keys(credentials).find((key) => credentials[key] === value);
    if (credential !== undefined) return [`-H "${name}: $${variableOf(provider, credential)}"`];
    return name === "content-type" ? [`-H ${quote(`${name}: ${value}`)}`] : [];
  });
  const body =
    sent.body === null
      ? []
      : [settings.some(([name]) => name === "body") ? '--data-raw "$body"' : `--data-raw ${quote(sent.body)}`];
  const url = `"\${${variableOf(provider, "baseUrl")}:-${server.url}}$target"`;
  return [
    "#!/usr/bin/env bash",
    "set -eu",
    "",
    ...settings.map(([name, value]) => `${name}=${quote(value)}`),
    "",
    recipe.trim(),
    "",
    [`curl --globoff -X "$method" ${url}`, `"\${headers[@]}"`, ...own, ...body].join(" \\\n  "),
    "",
  ].join("\n");
}

/** A text as one word of shell. */
function quote(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function valuesByName(entries: readonly (readonly [string, string])[]): string {
  return entries
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, value]) => value)
    .join("");
}
