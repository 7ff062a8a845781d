import { expect, it } from 'vitest';
import { wantedLocale } from '../../../src/components/LanguageHint/wanted.ts';

it.each([
  [['en-GB', 'ja'], 'ja', 'en'],
  [['ja', 'en'], 'ja', undefined],
  [['fr-FR', 'en'], 'ja', 'en'],
  [['en'], 'en', undefined],
  [['JA-jp'], 'en', 'ja'],
  [['zh-Hant', 'en'], 'ja', 'zh-Hans'],
  [['fr'], 'ja', undefined],
  [[], 'ja', undefined],
])('%j at a page in %s is offered %s', (asked, shown, offered) => {
  expect(wantedLocale(asked, shown, ['ja', 'en', 'zh-Hans'])).toBe(offered);
});
