import { expect, test } from 'vitest';
import { parseInThreads } from '../../../src/doctest/engine/pools.ts';
import type { PageParser } from '../../../src/doctest/plan/read-cache.ts';

/** Threads that parse one page at a time, and fail where its text is `broken`. */
function threads(cores: number) {
  const started: { parse: PageParser }[] = [];
  let most = 0;
  const startAnother = () => {
    if (started.length >= cores) return;
    let running = 0;
    const parse: PageParser = async (text) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (text === 'broken') throw new Error('The thread ended.');
      return { problems: [], warnings: [] };
    };
    started.push({ parse });
  };
  const parse = parseInThreads({ all: () => started, startAnother });
  const read = (text: string) => parse(text, { id: 'c/a', file: 'docs/c/a.mdx', locale: 'ja' }, {});
  return { read, started, most: () => most };
}

test('a few pages are parsed by one thread, one at a time', async () => {
  const { read, started, most } = threads(4);
  await Promise.all(Array.from({ length: 10 }, () => read('')));
  expect([started.length, most()]).toEqual([1, 1]);
});

test('many pages are parsed by as many threads as there are cores', async () => {
  const { read, started } = threads(2);
  const read100 = await Promise.all(Array.from({ length: 100 }, () => read('')));
  expect([read100.length, started.length]).toEqual([100, 2]);
});

test('a page that a thread breaks over is an error, and the others are parsed', async () => {
  const { read } = threads(1);
  const results = await Promise.allSettled(['a', 'broken', 'b'].map(read));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
