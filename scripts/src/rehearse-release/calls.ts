/** A call that a consumer made. */
export interface Call {
  readonly name: string;
  /** What went wrong; nothing did where it is missing. */
  readonly error?: string;
}

/** A test of a Jest or Vitest report. */
interface Assertion {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages?: readonly string[];
}

/**
 * Reads the calls from what a consumer wrote: the last line that is a list of calls, or a test runner's report.
 *
 * @throws Error when there is neither.
 */
export function readCalls(output: string): Call[] {
  for (const line of output.trim().split("\n").reverse()) {
    const value = parsed(line);
    if (Array.isArray(value)) return value as Call[];
    const { testResults } = (value ?? {}) as { testResults?: readonly { assertionResults: readonly Assertion[] }[] };
    if (testResults) {
      return testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .map(({ fullName, status, failureMessages = [] }) =>
          status === "passed" ? { name: fullName } : { name: fullName, error: [status, ...failureMessages].join(": ") },
        );
    }
  }
  throw new Error(`expected a line with the calls that were made, found ${JSON.stringify(output.slice(-200))}`);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
