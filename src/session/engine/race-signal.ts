/** What the promise gives, unless the signal fires before; then it rejects, whatever the promise is still about. */
export async function raceSignal<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let stop = () => {};
  const fired = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([promise, fired]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
