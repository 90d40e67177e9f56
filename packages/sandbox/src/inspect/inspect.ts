// Looks into a request without answering it: what of it is signed, and what is wrong with its signature or its fields.
import { asiabillInspector } from "../asiabill/inspector.ts";
import { finanInspector } from "../finan/inspector.ts";
import { lumyriInspector } from "../lumyri/inspector.ts";
import { type Credentials, defaultCredentials, type ProviderName } from "../options.ts";
import { pingxxInspector } from "../pingxx/inspector.ts";
import { createKeyPair, type KeyPair } from "../pingxx/key-pair.ts";
import type { Validator } from "../spec/operation.ts";
import { parseQuery } from "../spec/query.ts";
import { route } from "../spec/route.ts";
import { type FieldViolation, violationOf } from "../spec/violation.ts";
import type { Inspector, SignatureFindings, UnknownCall } from "./inspector.ts";
import type { Piece } from "./pieces.ts";

const inspectors: Readonly<Record<ProviderName, Inspector>> = {
  asiabill: asiabillInspector,
  finan: finanInspector,
  lumyri: lumyriInspector,
  pingxx: pingxxInspector,
};

/** A request to look into. */
export interface InspectedRequest {
  readonly method: string;
  /** The path with its query, exactly as on the request line; the provider's base path may be left out. */
  readonly target: string;
  readonly headers: Headers;
  /** The body's text, exactly as sent. */
  readonly text: string;
}

/** What was found in a request. */
export interface Inspection extends SignatureFindings {
  /** The operation's id in the spec; nothing when there is no such address. */
  readonly operation?: string | undefined;
  /** What is sent as the signature; nothing when it isn't. */
  readonly sent: string | null;
  /** The first violation of the spec among the headers. */
  readonly violation?: FieldViolation | undefined;
}

/** The header, in lower case, that proves who calls a provider, and the key that it is made with. */
export function signatureOf(provider: ProviderName): Pick<Inspector, "header" | "key" | "isPem" | "isPlain"> {
  const { header, key, isPem, isPlain } = inspectors[provider];
  return { header, key, ...(isPem && { isPem }), ...(isPlain && { isPlain }) };
}

/**
 * Looks into a request: takes its canonical string apart, makes the signature that is due, and looks for the caller's
 * mistake in the one that was sent.
 *
 * @param key The key that {@link signatureOf} names; `""` when it isn't known. For RSA, either half of the pair in PEM.
 * @throws InvalidArgumentError for a key that can't be one; Refusal for a query that isn't percent-encoded UTF-8.
 */
export async function inspect(provider: ProviderName, request: InspectedRequest, key: string): Promise<Inspection> {
  const inspector = inspectors[provider];
  const { call, operation } = readCall(inspector, request);
  const found = await inspector.inspect(call, key);
  const sent = request.headers.get(inspector.header);
  const validate = inspector.spec.operations.find(({ id }) => id === operation)?.validate;
  const violation = validate && violationOf(validate.headers, Object.fromEntries(request.headers));
  return { ...found, operation, sent, violation };
}

/**
 * Checks what an operation is given.
 *
 * @param part What of the request it is.
 * @returns The first violation of the spec; nothing for what is right.
 */
export function checkInput(
  provider: ProviderName,
  operation: string,
  part: "path" | "query" | "body",
  value: unknown,
): FieldViolation | undefined {
  const validate = inspectors[provider].spec.operations.find(({ id }) => id === operation)?.validate;
  const validator: Validator | undefined = validate?.[part];
  return validator && violationOf(validator, value);
}

/**
 * Makes credentials to throw away: the sandbox's own, and with them a new RSA key pair, so that Ping++'s request signature
 * is sent and checked.
 */
export async function createCredentials(): Promise<Credentials> {
  const pair: KeyPair = await createKeyPair();
  return { ...defaultCredentials, pingxx: { ...defaultCredentials.pingxx, ...pair } };
}

function readCall({ spec }: Inspector, request: InspectedRequest): { call: UnknownCall; operation?: string } {
  const base = request.target.startsWith(`${spec.basePath}/`) ? "" : spec.basePath;
  const target = base + request.target;
  const [rawPath = "", ...rest] = target.split("?");
  const call = { ...request, target, path: {}, entries: parseQuery(rest.join("?")), body: undefined };
  try {
    const { operation, path } = route(spec, request.method, rawPath, true);
    return { call: { ...call, path }, operation: operation.id };
  } catch {
    // A request to an address that there isn't can be signed too.
    return { call };
  }
}

export type { Credentials, FieldViolation, Piece, ProviderName };
