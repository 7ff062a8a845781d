import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted } from '../../src/shell/quoting.ts';

test('bash reads each word as exactly its text', () => {
  const text = fc.string({
    unit: fc.constantFrom("'", '"', '\\', '$', '`', ' ', '\n', '!', 'a', '語', '*', '~'),
  });
  const words = fc.sample(text, 200);
  const script = `printf '%s\\0' ${words.map(quoted).join(' ')}`;
  const read = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0');
  expect(read.slice(0, -1)).toEqual(words);
});
