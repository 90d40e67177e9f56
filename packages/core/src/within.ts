/**
 * Runs a task that ends at the latest when its time is up or the caller's signal is aborted, whether or not it takes notice.
 *
 * An AbortController and a timer of our own: `AbortSignal.timeout` with `AbortSignal.any` costs ten times as much.
 *
 * @param milliseconds - The time; at most 2,147,483,647.
 * @param signal - The caller's; when it is aborted, the promise rejects with its reason.
 * @param task - Gets a signal that is aborted in both cases.
 * @param timeUp - Gives the value for when the time is up, or a promise that rejects.
 */
export function within<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
  timeUp: () => T | Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  let abort = () => {};
  return new Promise<T>((resolve, reject) => {
    // A signal that is aborted already never says so again.
    signal?.throwIfAborted();
    abort = () => {
      reject(signal?.reason);
      controller.abort();
    };
    timer = setTimeout(() => {
      resolve(timeUp());
      controller.abort();
    }, milliseconds);
    signal?.addEventListener("abort", abort);
    task(controller.signal).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  });
}
