import type { Mistake } from "../mistakes.ts";
import type { Call } from "../provider.ts";
import type { Spec } from "../spec/operation.ts";
import type { Piece } from "./pieces.ts";

/** A request whose operation may not be known. */
export type UnknownCall = Omit<Call, "operation">;

/** What a signature should have been, and what is wrong with the one that was sent. */
export interface SignatureFindings {
  /** The canonical string, in pieces; none where nothing is signed. */
  readonly pieces: readonly Piece[];
  /** What should have been sent; nothing where only its check is possible, or the key is missing. */
  readonly due?: string | undefined;
  /** Whether what was sent is right; nothing when nothing was sent, or the key is missing. */
  readonly isRight?: boolean | undefined;
  /** What the caller did wrong. */
  readonly mistake?: Pick<Mistake<string>, "words" | "text"> | undefined;
  /** The texts that callers sign by mistake. */
  readonly mistakes: readonly Pick<Mistake<string>, "words" | "text">[];
}

/** How a provider's requests are looked into. */
export interface Inspector {
  readonly spec: Spec;
  /** The header, in lower case, that proves who calls. */
  readonly header: string;
  /** What the key is called among the credentials. */
  readonly key: string;
  /** The key is a text of several lines. */
  readonly isPem?: true;
  /** The key itself is sent: nothing is signed. */
  readonly isPlain?: true;
  /** @param key The key; `""` when it isn't known. */
  inspect(call: UnknownCall, key: string): Promise<SignatureFindings>;
}
