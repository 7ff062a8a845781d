import { expect, test } from 'vitest';
import { Differences } from '../../../src/components/Verdict/differences.tsx';
import type { StepVerdict } from '../../../src/session/index.ts';
import { markup, words } from '../markup.ts';

const missing = (name: string) => ({ kind: 'missing' as const, path: name, message: '' });
const verdict = (more: Partial<StepVerdict>): StepVerdict => ({
  ...{ passed: false, notices: [], accepted: [], diff: [], differences: [] },
  ...more,
});

test('differences are told in words, up to twenty, then counted', () => {
  const differences = Array.from({ length: 23 }, (_, index) => missing(`K${index}`));
  const lines = words(Differences, { verdict: verdict({ differences }) }).split('\n');
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe('ほかに3か所が異なります。');
});

test('the diff has a sign for each kind of line, and is cut where nobody would read on', () => {
  const diff: StepVerdict['diff'] = [
    { kind: 'expected', text: 'a' },
    { kind: 'actual', text: 'x'.repeat(2_001) },
    ...Array.from({ length: 499 }, () => ({ kind: 'same' as const, text: '' })),
  ];
  const html = markup(Differences, { verdict: verdict({ differences: [missing('a')], diff }) });
  expect(html).toContain('<span data-diff="expected">- a\n</span>');
  expect(html).toContain(`+ ${'x'.repeat(2_000)}…`);
  expect(html.match(/data-diff=/g)).toHaveLength(500);
  expect(html).toContain('data-shortened');
});

test('of a pasted result nobody knows the exit code', () => {
  const differences = [{ kind: 'exit-code' as const, path: '', expected: '0', actual: '254', message: '' }];
  const [own, pasted] = [false, true].map((isPasted) =>
    words(Differences, { verdict: verdict({ differences }), isPasted }),
  );
  expect(own).toContain('終了コードは254');
  expect(pasted).toContain('貼り付けた結果はエラーです');
});
