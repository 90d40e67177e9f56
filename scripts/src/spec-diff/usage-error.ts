/** Something that keeps the command from doing its work: its message is for the person who called it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
