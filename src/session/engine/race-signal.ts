/** Resolves with the promise, or rejects as soon as the signal aborts. */
export async function raceSignal<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let stop = () => {};
  const fired = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([promise, fired]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
