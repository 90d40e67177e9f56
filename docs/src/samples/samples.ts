/** A sample of a call, ready to be shown. */
export interface Sample {
  /** What the reader picks it by, such as `TypeScript`. */
  readonly label: string;
  /** The language that it is highlighted as. */
  readonly language: "ts" | "sh" | "json";
  readonly code: string;
}

/** @returns The samples of an operation, at build time; the first is the one shown. */
export async function samples(_provider: string, _operationId: string): Promise<readonly Sample[]> {
  return [];
}
