/** Text that something on the page has put into the terminal, which may not be open yet. */
let waiting: string | undefined;
const listeners = new Set<() => void>();

/** Puts a command at the prompt, in the place of what stands there; it is the reader who runs it. */
export function putIntoTerminal(command: string): void {
  waiting = command;
  for (const listener of listeners) listener();
}

/** Takes what was put, once. */
export function takePut(): string | undefined {
  const taken = waiting;
  waiting = undefined;
  return taken;
}

/** Hears of each command that is put. */
export function onPut(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
