/** Something wrong with what the command was given: its message is for the person who called it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
