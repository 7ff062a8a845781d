import { expect, test } from 'vitest';
import { ProgressView } from '../../../src/components/Progress/view.tsx';
import { markup } from '../markup.ts';

test('progress is a bar and words, and marked when it is complete', () => {
  expect(markup(ProgressView, { done: 3, steps: 14 })).toContain(
    '<progress max="14" value="3" aria-hidden="true">',
  );
  expect(markup(ProgressView, { done: 3, steps: 14 })).toContain('3 / 14 ステップ実施済み');
  expect(markup(ProgressView, { done: 3, steps: 14 })).not.toContain('data-complete');
  expect(markup(ProgressView, { done: 14, steps: 14 })).toContain('data-complete="true"');
});
