const signs: Readonly<Record<string, string>> = { " ": "·", "\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽" };

// Spaces, and what is seen nowhere or turns the order of what follows.
const unseen = /[\s\p{Cc}\p{Cf}]/gu;

/** A text in which white space and what can't be seen have signs. */
export function visible(text: string): string {
  return text.replace(
    unseen,
    (character) =>
      signs[character] ?? `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`,
  );
}
