import { expect, test } from 'vitest';
import { answerTexts } from '../../src/recording/texts.ts';

test('there are as many sentences in both languages, each with the call; other languages get English', () => {
  const [ja, en, ko] = ['ja', 'en', 'ko'].map(answerTexts);
  expect(ko).toBe(en);
  for (const [name, sentence] of Object.entries(ja ?? {})) {
    const own = (sentence as (...values: unknown[]) => string)('`aws x`', 2);
    expect(own, name).toMatch(/[ぁ-ん].*。$/);
    if (name !== 'noRecording') expect(own, name).toContain('`aws x`');
  }
});

test('once is not said as a number', () => {
  expect(answerTexts('en').onlyOften('`x`', 1)).toContain('only once');
  expect(answerTexts('en').onlyOften('`x`', 3)).toContain('only 3 times');
});
