import type { Extraction } from '../../procedure/index.ts';
import type { PageParser } from '../plan/read-cache.ts';

/** Threads that parse pages while they run none. */
interface ParsingThreads {
  all(): readonly { readonly parse: PageParser }[];
  /** Starts one more, unless there are as many as cores. */
  startAnother(): void;
}

/** Pages that wait for a thread: below this number another thread would have loaded its code too late. */
const PAGES_PER_THREAD = 32;

interface Waiting {
  readonly args: Parameters<PageParser>;
  resolve(extraction: Extraction): void;
  reject(error: Error): void;
}

/** Returns a parser that gives each page to a thread that is free, and starts threads where many pages wait. */
export function parseInThreads({ all, startAnother }: ParsingThreads): PageParser {
  const waiting: Waiting[] = [];
  const busy = new Set<{ readonly parse: PageParser }>();
  const giveOut = (): void => {
    if (all().length === 0 || waiting.length > PAGES_PER_THREAD) startAnother();
    for (const thread of all()) {
      const next = busy.has(thread) ? undefined : waiting.shift();
      if (!next) continue;
      busy.add(thread);
      thread
        .parse(...next.args)
        .then(next.resolve, next.reject)
        .finally(() => {
          busy.delete(thread);
          giveOut();
        });
    }
  };
  return (...args) =>
    new Promise((resolve, reject) => {
      waiting.push({ args, resolve, reject });
      giveOut();
    });
}
