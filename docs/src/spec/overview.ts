import type { Outline } from "@customer-clients/scripts/src/spec/outline.ts";
import { childPointer, isObject, type JsonObject, valueAt } from "@customer-clients/scripts/src/spec/pointer.ts";
import { sourceMark } from "./marks.ts";
import { childrenOf } from "./parts.ts";

/** A keyword of `x-client` and its value, as text. */
export type Entry = readonly [keyword: string, value: string];

type Source = ReturnType<typeof sourceMark>;

/** What a provider's overview shows beside its operations and schemas. Texts are pointers into the spec. */
export interface Overview {
  /** The provider's name for people. */
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly license?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly hosts: readonly (Source & { url: string; environment?: string; description?: string })[];
  readonly security: readonly SecurityView[];
  /** Each is one way to be let in: the names of the schemes that go together. */
  readonly ways: readonly (readonly string[])[];
  readonly envelope: readonly Entry[];
  readonly errorSchema?: string;
  readonly errors: readonly (Source & { when: string; by: "code" | "pattern" | "status"; kind: string })[];
  /** `title` and `description` are pointers; the title is the name itself, which may be translated. */
  readonly tags: readonly { name: string; title: string; description?: string }[];
}

export interface SecurityView {
  readonly key: string;
  /** Such as `apiKey`, and what goes with it: where it is sent, its scheme. */
  readonly entries: readonly Entry[];
  readonly description?: string;
  readonly headers: readonly string[];
  readonly clockToleranceSeconds?: number;
  /** The pointers of the signing rule's steps. */
  readonly steps: readonly string[];
}

/** @returns What a document's overview shows. */
export function viewOverview(outline: Outline): Overview {
  const { document } = outline;
  const at = (pointer: string) => valueAt(document, pointer);
  const pointerIfText = (pointer: string) => (typeof at(pointer) === "string" ? pointer : undefined);
  const title = String(at("/info/title"));
  const license = at("/info/license/name");
  const errorSchema = at("/x-client/envelope/error");
  const rules = at("/x-client/errors");
  const root = outline.at("");
  return {
    name: nameOf(document),
    title,
    version: String(at("/info/version")),
    ...(typeof license === "string" && { license }),
    ...optional("summary", pointerIfText("/info/summary")),
    ...optional("description", pointerIfText("/info/description")),
    hosts: hostsOf(outline),
    security: securityOf(outline),
    ways: (Array.isArray(document.security) ? document.security : []).filter(isObject).map(Object.keys),
    envelope: flatten(at("/x-client/envelope")).filter(([keyword]) => keyword !== "error"),
    ...(typeof errorSchema === "string" && { errorSchema }),
    errors: (Array.isArray(rules) ? rules : []).filter(isObject).map((rule) => {
      const by = (["code", "pattern", "status"] as const).find((key) => rule[key] !== undefined) ?? "code";
      return { by, when: String(rule[by]), kind: String(rule.kind), ...sourceMark(rule["x-source"]) };
    }),
    tags: root
      ? childrenOf(outline, root, "tags").map(({ pointer, value }) => ({
          name: String(value.name),
          title: `${pointer}/name`,
          ...optional("description", pointerIfText(`${pointer}/description`)),
        }))
      : [],
  };
}

/**
 * @returns A provider's name for people: the client's, where the document's title begins with it; otherwise what stands before
 * "API" in the title, or all of it. A client's name has letters and digits alone.
 */
export function nameOf(document: JsonObject): string {
  const title = String(valueAt(document, "/info/title"));
  const client = valueAt(document, "/x-client/name");
  if (typeof client === "string" && title.startsWith(client)) return client;
  return /^(.+?) API\b/.exec(title)?.[1] ?? title;
}

function hostsOf(outline: Outline): Overview["hosts"] {
  return outline.parts
    .filter(({ kind, parent }) => kind === "server" && parent?.kind === "document")
    .map(({ pointer, value }) => {
      const environment = isObject(value["x-client"]) ? value["x-client"].environment : undefined;
      return {
        url: String(value.url),
        ...(typeof environment === "string" && { environment }),
        ...optional("description", typeof value.description === "string" ? `${pointer}/description` : undefined),
        ...sourceMark(value["x-source"]),
      };
    });
}

function securityOf(outline: Outline): SecurityView[] {
  return outline.parts
    .filter(({ kind }) => kind === "securityScheme")
    .map(({ key, pointer, value }) => {
      const client = isObject(value["x-client"]) ? value["x-client"] : {};
      const tolerance = client.clockToleranceSeconds;
      const steps = Array.isArray(client.steps) ? client.steps : [];
      return {
        key,
        entries: flatten(value).filter(([keyword]) => !/^(description|x-client)/.test(keyword)),
        ...optional("description", typeof value.description === "string" ? `${pointer}/description` : undefined),
        headers: (Array.isArray(client.headers) ? client.headers : []).map(String),
        ...(typeof tolerance === "number" && { clockToleranceSeconds: tolerance }),
        steps: steps.map((_, index) => childPointer(`${childPointer(pointer, "x-client")}/steps`, String(index))),
      };
    });
}

/** The single values of an object, with the keys on the way to them: `success.codes`. */
function flatten(value: unknown, prefix = ""): Entry[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const keyword = prefix === "" ? key : `${prefix}.${key}`;
    if (isObject(entry)) return flatten(entry, keyword);
    return [[keyword, Array.isArray(entry) ? entry.map(String).join(", ") : String(entry)] as const];
  });
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
