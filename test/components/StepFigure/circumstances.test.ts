import { expect, test } from 'vitest';
import { CircumstancesNote } from '../../../src/components/StepFigure/circumstances.tsx';
import { words } from '../markup.ts';

test.each([
  [{ only: 'live,cli>=2.15' }, '(実際のAWS, AWS CLI >= 2.15のみ)'],
  [{ not: 'bash' }, '(自分のターミナルを除く)'],
  [{ only: 'cli2' }, '(AWS CLI 2のみ)'],
  [{ case: 'バケットがあるとき' }, 'バケットがあるとき'],
  [{}, ''],
])('%j is said as %s', (circumstances, text) => {
  expect(words(CircumstancesNote, circumstances)).toBe(text);
});
