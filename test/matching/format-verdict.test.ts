import { describe, expect, it } from 'vitest';

import { formatVerdict } from '../../src/matching/format-verdict.ts';
import { matchJson, matchText } from './run.ts';

describe('formatVerdict', () => {
  it('says what differs before the diff', () => {
    expect(formatVerdict(matchText('a\nb', 'a\nc'))).toBe(
      ['✗ line 2: The example has "b", but the output has "c".', '', '  a', '- b', '+ c    (differs)'].join(
        '\n',
      ),
    );
  });

  it('marks what was accepted, and what is extra', () => {
    const shown = formatVerdict(matchJson({ VpcId: 'vpc-12345678' }, { VpcId: 'vpc-0a1b2c3d', New: 1 }));
    expect(shown).toContain('! New: The output has a key "New" that the example does not show.');
    expect(shown).toContain('~     "VpcId": "vpc-0a1b2c3d",    (resource-id)');
    expect(shown).toContain('!     "New": 1    (extra key)');
  });

  it('folds stretches that fit', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
    const shown = formatVerdict(matchText([...lines, 'x'].join('\n'), [...lines, 'y'].join('\n'))).split(
      '\n',
    );
    expect(shown.slice(2)).toEqual([
      '  … 17 lines that fit',
      '  line 17',
      '  line 18',
      '  line 19',
      '- x',
      '+ y    (differs)',
    ]);
  });

  it('paints with ANSI colours where that is asked for', () => {
    expect(formatVerdict(matchText('a', 'b'), { color: true })).toContain('\u001b[31m- a\u001b[0m');
    expect(formatVerdict(matchText('a', 'b'))).not.toContain('\u001b');
  });
});
