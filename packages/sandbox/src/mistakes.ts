// Finds out what the caller of a refused request signed. Its signature can't be read backwards, so the mistakes that
// people make are tried one after the other.

/** A text that a caller may have signed, and what was done to it: `without the query`; nothing for the right text. */
export type SignedText = readonly [words: string, text: string];

/** A mistake that a caller may have made. */
export interface Mistake<Hash extends string> {
  /** What was done, after "signed". */
  readonly words: string;
  /** What was signed then. */
  readonly text: string;
  /** How it was made into a signature. */
  readonly hash: Hash;
}

/** What is known of a signature that isn't right. */
export interface WrongSignature<Hash extends string> {
  /** The text that should have been signed. */
  readonly expected: string;
  /** The mistakes to try: of those that come to the same, the first one counts. */
  readonly mistakes: () => readonly Mistake<Hash>[];
  /** As the caller sent it, if it did. */
  readonly signature: string | null;
  /** Whether a signature is that of a text. */
  readonly isSignature: (signature: string, hash: Hash, text: string) => Promise<boolean>;
  /** May stand in the texts, and is never shown, nor is its length. */
  readonly secret: string;
}

/** The longest text that mistakes are looked for in, in UTF-16 code units: a large body costs no more than a small one. */
const maxLength = 65_536;

/** How many mistakes are tried at most. */
const maxMistakes = 250;

/** How much is shown on each side of the first difference, in characters. */
const context = 20;

/** The mistakes of signing texts in a way that isn't the provider's, or that is: then without words of its own. */
export function signedBy<Hash extends string>(
  hash: Hash,
  words: string,
  texts: readonly SignedText[],
): Mistake<Hash>[] {
  return texts.map(([own, text]) => ({ hash, text, words: [words, own].filter((part) => part !== "").join(", ") }));
}

/**
 * Says what the caller did wrong.
 *
 * @returns The mistake and the first place where the caller's text differs, to stand in front of what was expected;
 * nothing when it is none of the known ones, or the text is too long to try them.
 */
export async function mistakeIn<Hash extends string>(wrong: WrongSignature<Hash>): Promise<string> {
  const found = await findMistake(wrong);
  return found ? `signed ${found.words}${placeOf(wrong.expected, found.text, wrong.secret)}; ` : "";
}

/**
 * Finds what the caller did wrong.
 *
 * @returns Nothing when it is none of the known mistakes, or the text is too long to try them.
 */
export async function findMistake<Hash extends string>({
  expected,
  mistakes,
  signature,
  isSignature,
}: WrongSignature<Hash>): Promise<Mistake<Hash> | undefined> {
  if (!signature || expected.length > maxLength) return undefined;
  const tried = new Set<string>();
  for (const mistake of mistakes()) {
    const { hash, text } = mistake;
    const attempt = `${hash} ${text}`;
    // A body that is written with more white space can be many times as long.
    if (text.length > 2 * maxLength || tried.has(attempt)) continue;
    if (tried.size === maxMistakes) break;
    tried.add(attempt);
    if (await isSignature(signature, hash, text)) return mistake;
  }
  return undefined;
}

function placeOf(expected: string, found: string, secret: string): string {
  // A secret within the request may be there in another spelling in the caller's text, where it can't be masked.
  if (expected.lastIndexOf(secret) > 0) return "";
  // Masked before anything is counted or cut: else the place would give away the length, and an excerpt a half.
  const mask = (text: string) => text.replaceAll(secret, "***");
  return firstDifference(mask(expected), mask(found));
}

/**
 * Where two texts differ first, in words: the number of the character, counted from 1, what stands before it in both, and
 * how each goes on.
 *
 * @returns Nothing for equal texts.
 */
export function firstDifference(expected: string, found: string): string {
  if (expected === found) return "";
  const [due, own] = [Array.from(expected), Array.from(found)];
  let index = 0;
  while (index < due.length && due[index] === own[index]) index++;
  const before = due.slice(Math.max(0, index - context), index).join("");
  const after = index === 0 ? "" : ` after \`${index > context ? "…" : ""}${before}\``;
  return `: at character ${index + 1}${after} expected ${excerpt(due, index)}, found ${excerpt(own, index)}`;
}

function excerpt(characters: readonly string[], index: number): string {
  if (index >= characters.length) return "the end";
  const shown = characters.slice(index, index + context).join("");
  return `\`${shown}${index + context < characters.length ? "…" : ""}\``;
}
