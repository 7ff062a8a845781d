import { expect, test } from 'vitest';
import { disagreement, type LocalisedRecording } from '../../../src/doctest/recording/compare-locales.ts';

const recorded = (
  locale: string,
  ...calls: readonly [line: string, exitCode?: number][]
): LocalisedRecording => ({
  ...{ locale, file: `${locale}.mdx` },
  recorded: {
    ...{ problems: [], regions: [] },
    steps: [
      {
        ...{ id: 'step-1', script: '', endedAt: '2026-01-05T00:00:00Z' },
        calls: calls.map(([line, exitCode = 0]) => ({
          ...{ arguments: line.split(' '), exitCode, stdout: locale, stderr: '', files: [], removed: [] },
        })),
      },
    ],
  },
});

test.each([
  ['outputs', [recorded('ja', ['s3 ls']), recorded('en', ['s3 ls'])]],
  [
    'the order of calls made at once',
    [recorded('ja', ['s3 ls'], ['sts x']), recorded('en', ['sts x'], ['s3 ls'])],
  ],
  [
    'tokens that the CLI draws',
    [
      recorded('ja', ['x --t 1b671a64-40d5-491e-99b0-da01ff1f3341']),
      recorded('en', ['x --t 00000000-40d5-491e-99b0-da01ff1f3341']),
    ],
  ],
  ['nothing at all', []],
])('%s may differ', (_, versions) => {
  expect(disagreement(versions)).toBeUndefined();
});

test.each([
  [
    'another call',
    recorded('en', ['s3 rb']),
    'step-1 `aws s3 ls` (exit code 0) in the one, step-1 `aws s3 rb`',
  ],
  ['another end', recorded('en', ['s3 ls', 254]), '(exit code 254) in the other'],
  ['fewer calls', recorded('en'), 'nothing more in the other'],
])('%s is told with both files', (_, other, reason) => {
  const told = disagreement([recorded('ja', ['s3 ls']), other]);
  expect(told).toContain('ja.mdx and en.mdx do not make the same calls');
  expect(told).toContain(reason);
});
