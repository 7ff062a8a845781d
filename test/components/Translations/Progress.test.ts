import { expect, test } from 'vitest';
import { TranslationProgress } from '../../../src/components/Translations/Progress.tsx';
import type { TranslationRow } from '../../../src/site/translations.ts';
import { markup, words } from '../markup.ts';

const row = (state: TranslationRow['state']): TranslationRow => ({
  ...{ page: 'c/p', title: 'P', state, differs: false, headings: [], edit: '' },
});
const rows = [row('fresh'), row('fresh'), row('missing'), row('orphan')];

test('an orphan is no page that could be fresh, and is counted all the same', () => {
  expect(words(TranslationProgress, { rows })).toBe(
    '3ページのうち2ページが最新です。\n最新 2\n未翻訳 1\n原文なし 1',
  );
});

test('the bar has a part for each state that there is, as wide as its pages', () => {
  expect(markup(TranslationProgress, { rows }).match(/data-state="\w+" style="flex-grow:\d/g)).toEqual([
    'data-state="fresh" style="flex-grow:2',
    'data-state="missing" style="flex-grow:1',
    'data-state="orphan" style="flex-grow:1',
  ]);
});
