import { expect, test } from 'vitest';
import { Printed } from '../../../src/components/Verdict/printed.tsx';
import { markup } from '../markup.ts';

const shownOf = (stdout: string, accepted: { actual: string; expected: string }[] = [], stderr = '') =>
  markup(Printed, { output: { stdout, stderr, exitCode: 0 }, accepted } as unknown as Parameters<
    typeof Printed
  >[0]);

test('values that may vary are marked in the order in which they stand, each once', () => {
  const accepted = [
    { actual: 'a', expected: 'x' },
    { actual: 'a', expected: 'y' },
    { actual: 'none', expected: 'z' },
  ];
  expect(shownOf('a b a a\n', accepted)).toContain(
    '<pre><mark title="例: x">a</mark> b <mark title="例: y">a</mark> a</pre>',
  );
});

test('streams are shown apart, and only those with something in them', () => {
  expect(shownOf('out', [], '\nerr\n').match(/data-stream="\w+"/g)).toEqual([
    'data-stream="stdout"',
    'data-stream="stderr"',
  ]);
  expect(shownOf('\n', [], 'err')).not.toContain('stdout');
  expect(shownOf('')).toBe('');
});

test('a long output is shortened, and says so', () => {
  expect(shownOf('x'.repeat(100_001))).toContain('data-shortened');
  expect(shownOf('x'.repeat(100_000))).not.toContain('data-shortened');
});
