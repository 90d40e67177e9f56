/**
 * Why a request is refused. Each provider has a status and a code of its own for each: no such address or method ·
 * unknown credentials · no permission · a wrong signature · a time that is too far off · a request that was sent before ·
 * an invalid parameter or body · an unknown id · a conflict with what is there · a card or code that is refused · a fault
 * of the sandbox itself.
 */
export type RefusalKind =
  | "address"
  | "credentials"
  | "permission"
  | "signature"
  | "time"
  | "repeated"
  | "invalid"
  | "unknown"
  | "conflict"
  | "declined"
  | "fault";

/** What a refusal may say beside its message. */
export interface RefusalDetails {
  /** The parameter or field that is in error, with dots: `sms_code.code`. */
  readonly field?: string;
  /** More than the provider would say, for the `x-sandbox-reason` header; the message, when there is none. */
  readonly reason?: string;
}

/** Thrown wherever a request turns out to be one that the provider refuses; what it had stored is undone. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly kind: RefusalKind;
  readonly field: string | undefined;
  readonly reason: string;

  /** @param message The text that goes into the provider's error body. */
  constructor(kind: RefusalKind, message: string, { field, reason = message }: RefusalDetails = {}) {
    super(message);
    this.kind = kind;
    this.field = field;
    this.reason = reason;
  }
}

/** A refusal because of one parameter or field, which its message begins with. */
export function fieldRefusal(kind: RefusalKind, field: string, text: string): Refusal {
  return new Refusal(kind, `${field}: ${text}`, { field });
}
