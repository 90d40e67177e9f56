/** A text's length as JSON Schema counts it: in Unicode code points. */
export default function codePoints(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
