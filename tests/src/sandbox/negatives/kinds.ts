/** Why a request is refused; each provider has a status and a code of its own for each. */
export type Kind =
  /** There is no such path, or it has no such method. */
  | "address"
  | "credentials"
  | "permission"
  | "signature"
  | "time"
  | "repeated"
  | "invalid"
  /** There is nobody with this id. */
  | "unknown"
  | "conflict"
  /** A card or a code that is refused. */
  | "declined";
