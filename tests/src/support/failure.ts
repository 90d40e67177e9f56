/** Waits for a call that has to fail, and gives what it throws. */
export async function failure<T = unknown>(call: PromiseLike<unknown>): Promise<T> {
  let value: unknown;
  try {
    value = await call;
  } catch (error) {
    return error as T;
  }
  throw new Error(`expected the call to fail; it gave ${JSON.stringify(value)}`);
}
