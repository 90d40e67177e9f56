// Why a request was refused, in a form that fits into a header.

const maxLength = 2_000;
const ellipsis = "%E2%80%A6";

/**
 * Percent-encodes a text for the `x-sandbox-reason` header: `decodeURIComponent` gives it back. What can stand in a
 * header as it is stays readable. A long text is cut off, and ends in `…`.
 *
 * @returns At most 2,000 characters of ASCII.
 */
export function encodeReason(text: string): string {
  let encoded = "";
  // Character by character, so that none is cut in two. Half a surrogate pair has no encoding.
  for (const character of text.toWellFormed()) {
    const piece = /^[ -$&-~]$/.test(character) ? character : encodeURIComponent(character);
    if (encoded.length + piece.length + ellipsis.length > maxLength) return encoded + ellipsis;
    encoded += piece;
  }
  return encoded;
}
