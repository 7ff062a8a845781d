import { afterEach, expect, test } from 'vitest';
import { terminalTexts } from '../../../src/components/Terminal/terminal-texts.ts';
import { shown } from '../docusaurus/translate.ts';

afterEach(() => {
  shown.locale = 'ja';
});

test('time that passed or was taken back is said in minutes', () => {
  const { elapsed } = terminalTexts();
  expect(elapsed(900_000)).toBe('-- 時間を15分進めました --');
  expect(elapsed(-90_000)).toBe('-- 時間を1.5分戻しました --');
});

test('a step is judged with its number', () => {
  const { judged } = terminalTexts();
  expect([judged(3, true), judged(3, false)]).toEqual([
    'ステップ3: 期待どおりです',
    'ステップ3: 例と異なります',
  ]);
});

test('every text has its English', () => {
  shown.locale = 'en';
  const said = Object.values(terminalTexts()).map((text) =>
    typeof text === 'function' ? (text as (...values: unknown[]) => string)(2, true) : text,
  );
  for (const text of said) expect(text).not.toMatch(/no words for|[ぁ-ん]/);
});
