import { expect, test } from 'vitest';
import { ConditionsNote } from '../../../src/components/StepFigure/conditions-note.tsx';
import { words } from '../markup.ts';

test.each([
  [{ only: 'live,cli>=2.15' }, '(実際のAWS, AWS CLI >= 2.15のみ)'],
  [{ not: 'bash' }, '(自分のターミナルを除く)'],
  [{ only: 'cli2' }, '(AWS CLI 2のみ)'],
  [{ case: 'バケットがあるとき' }, 'バケットがあるとき'],
  [{}, ''],
])('%j is said as %s', (conditions, text) => {
  expect(words(ConditionsNote, conditions)).toBe(text);
});
