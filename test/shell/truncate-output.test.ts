import { expect, test } from 'vitest';
import { truncateOutput } from '../../src/shell/truncate-output.ts';

const MOST = 4 * 1024 * 1024;
const output = { stdout: '', stderr: '', exitCode: 0 };

test('what is not too long stays as it is', () => {
  const longest = { ...output, stdout: 'a'.repeat(MOST) };
  expect(truncateOutput(longest)).toBe(longest);
});

test.each(['stdout', 'stderr'] as const)('%s is cut, and the reason said', (stream) => {
  const pieces = [{ stream, text: 'a' }];
  const cut = truncateOutput({ ...output, [stream]: 'a'.repeat(MOST + 1), pieces });
  expect(cut[stream]).toHaveLength(MOST);
  expect(cut.stopped).toContain('more than 4 MiB');
  expect(cut.pieces).toBeUndefined();
});

test('a run that was stopped already keeps its reason', () => {
  expect(truncateOutput({ ...output, stdout: 'a'.repeat(MOST + 1), stopped: 'time' }).stopped).toBe('time');
});
