import { describe, expect, it } from 'vitest';

import { ComparisonState } from '../../../src/matching/comparison.ts';
import { describeOutput, showReplaced } from '../../../src/matching/formats/mismatch-text.ts';
import { context, printed } from '../run.ts';

it.each([
  ['\n one\ntwo', '', ': it begins with "one"'],
  ['', '', ': nothing was printed'],
  ['', 'usage: aws x\n\naws: error: no', ': nothing was printed there. On stderr stands "aws: error: no"'],
])('describeOutput(%j) with %j on stderr', (text, stderr, expected) => {
  expect(describeOutput(text, printed(text, { stderr }))).toBe(expected);
});

describe('showReplaced', () => {
  it('shows the example, then the output without the blank lines before it', () => {
    const comparison = new ComparisonState(context());
    showReplaced(comparison, 'a\nb\n', '\n\nc\n');
    expect(comparison.diff).toEqual([
      { kind: 'expected', text: 'a' },
      { kind: 'expected', text: 'b' },
      { kind: 'actual', text: 'c' },
    ]);
  });
});
