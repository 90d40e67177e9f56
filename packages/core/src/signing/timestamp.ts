/**
 * A clock's reading as Unix seconds, decimal.
 *
 * @param milliseconds - Unix milliseconds.
 */
export function unixSeconds(milliseconds: number): string {
  return String(Math.floor(milliseconds / 1_000));
}
