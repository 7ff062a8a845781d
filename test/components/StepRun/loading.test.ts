import { afterEach, expect, test } from 'vitest';
import { Loading } from '../../../src/components/StepRun/loading.tsx';
import { shown } from '../docusaurus/translate.ts';
import { words } from '../markup.ts';

afterEach(() => {
  shown.locale = 'ja';
});

test('that something is on its way is said in both languages', () => {
  expect(words(Loading, {})).toBe('準備しています…');
  shown.locale = 'en';
  expect(words(Loading, {})).toBe('Getting ready...');
});
