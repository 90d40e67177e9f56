import type { ProviderName } from "@customer-clients/sandbox";
import { type Inspection, inspect, type Piece, signatureOf } from "@customer-clients/sandbox/inspect";
import { type Difference, firstDifference } from "./first-difference.ts";
import { parseRequest } from "./parse-request.ts";

/** What somebody typed. */
export interface Typed {
  readonly request: string;
  readonly key: string;
  /** `""` when it wasn't given. */
  readonly ownString: string;
  /** `""` for the one that the request has. */
  readonly ownSignature: string;
}

/** Where a part of what is signed comes from. */
export type Origin =
  | { readonly kind: "key" | "path" | "query" | "method" | "target" | "between" }
  | { readonly kind: "header"; readonly name: string }
  | { readonly kind: "body"; readonly bytes: number };

/** A piece of the canonical string, and where it is from. */
export interface KnownPiece extends Piece {
  readonly origin: Origin;
}

/** What was found. */
export interface Findings {
  readonly method: string;
  readonly target: string;
  readonly pieces: readonly KnownPiece[];
  readonly inspection: Inspection;
  /** Variables of the shell that stand in the request. */
  readonly unknown: readonly string[];
  /** What was found out of the caller's own canonical string. */
  readonly own?: Comparison;
}

/** The caller's own text beside the one that is due. */
export interface Comparison {
  readonly due: string;
  readonly text: string;
  /** Nothing, when they are equal. */
  readonly difference?: Difference | undefined;
  /** The part that is due where they differ. */
  readonly part?: readonly string[] | undefined;
  /** What was done, when it is one of the known mistakes. */
  readonly mistake?: string | undefined;
}

/**
 * Looks into a request that somebody typed.
 *
 * @throws {Error} For a request that can't be read, or a key that can't be one.
 */
export async function look(provider: ProviderName, typed: Typed): Promise<Findings> {
  const { header, key } = signatureOf(provider);
  const { method, url, headers: pasted, body, unknown } = parseRequest(typed.request);
  const headers = new Headers(pasted.map(([name, value]) => [name, value] as [string, string]));
  const signature = typed.ownSignature.trim();
  if (signature !== "") headers.set(header, signature);
  const target = targetOf(url);
  // A line break behind a key that was copied isn't the key's.
  const inspection = await inspect(provider, { method, target, headers, text: body }, typed.key.trim());
  const pieces = inspection.pieces.map((piece) => ({ ...piece, origin: originOf(piece, key, method, headers, body) }));
  const own = typed.ownString === "" ? {} : { own: compare(inspection, typed.ownString) };
  return { method, target, pieces, inspection, unknown, ...own };
}

/** Sets a text beside the one that is due. */
export function compare({ pieces, mistakes }: Inspection, own: string): Comparison {
  const due = pieces.map(({ text }) => text).join("");
  // A paste often ends in a line break that nobody meant.
  const text = own === `${due}\n` || own === `${due}\r\n` ? due : own.replace(/\r\n/g, "\n");
  const difference = firstDifference(due, text);
  if (!difference) return { due, text };
  const mistake = mistakes.find((known) => known.text === text || known.text === text.replace(/\n$/, ""));
  return { due, text, difference, part: partAt(pieces, difference.offset), mistake: mistake?.words };
}

function partAt(pieces: readonly Piece[], offset: number): readonly string[] | undefined {
  let end = 0;
  for (const { part, text } of pieces) {
    end += text.length;
    if (offset < end) return part;
  }
  return undefined;
}

function originOf({ part, text }: Piece, key: string, method: string, headers: Headers, body: string): Origin {
  const [name, member] = part;
  if (name === undefined) return { kind: "between" };
  if (member !== undefined) return { kind: name === "query" ? "query" : "path" };
  if (name === key) return { kind: "key" };
  if (name === "method" && text === method) return { kind: "method" };
  if (name === "body") return { kind: "body", bytes: new TextEncoder().encode(body).length };
  const [header] = [...headers].find(([, value]) => value === text) ?? [];
  return header === undefined ? { kind: "target" } : { kind: "header", name: header };
}

/** What stands on the request line. */
function targetOf(url: string): string {
  if (url.startsWith("/")) return url;
  const [, target = ""] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/?#]*([^#]*)/i.exec(url) ?? [];
  return target.startsWith("/") ? target : `/${target}`;
}
