import { expect, test } from 'vitest';
import { recordedFacts, versionIn } from '../../src/recording/index.ts';
import type { Recording } from '../../src/recording/types.ts';

const recording = (target: Recording['provenance']['target']): Recording => ({
  page: 'c/p',
  provenance: {
    ...{ date: '2026-11-24T10:00:00Z', target, regions: [], locales: ['ja'] },
    cli: 'aws-cli/2.9.19 Python/3.11.2',
  },
  steps: [],
});

test.each([
  ['live', ['recording', 'live', 'bash']],
  ['sandbox', ['recording', 'sandbox', 'bash']],
  ['emulator', ['recording', 'sandbox', 'bash']],
] as const)('a recording from %s has the facts of its run', (target, names) => {
  expect(recordedFacts(recording(target))).toEqual({ names, cli: '2.9.19' });
});

test('without a recording it is only known that one is played', () => {
  expect(recordedFacts(undefined)).toEqual({ names: ['recording'] });
});

test('a text without the AWS CLI has no version of it', () => {
  expect(versionIn('built-in')).toBeUndefined();
});
