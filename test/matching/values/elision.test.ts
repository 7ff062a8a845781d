import { describe, expect, it } from 'vitest';

import { segment } from '../../../src/matching/values/index.ts';
import { matchText } from '../run.ts';

const passes = (example: string, printed: string) => matchText(example, printed).passed;

describe('what a writer left out or masked', () => {
  it.each([
    ['AIDAI... is here', 'AIDAABCDEFGHIJKLMNOPQ is here', true],
    ['AIDAI... is here', 'AROAABCDEFGHIJKLMNOPQ is here', false],
    ['vpc-0abc…', 'vpc-0123456789abcdef0', true],
    ['vpc-0abc…', 'subnet-0123456789abcdef0', false],
    ['arn:aws:iam::123456789012:role/my...', 'arn:aws:iam::123456789012:role/my-role', true],
    ['key ****************MPLE', 'key ****************ABCD', true],
    ['a 〜略〜 b', 'a anything at all b', true],
    ['a 〜略〜 b', 'a anything at all c', false],
    ['Loading...', 'Loading...', true],
    ['Loading...', 'Loading done', false],
    ['id XXXXXXXX', 'id abc', true],
    ['id XXXXXXXX', 'id a b', false],
  ])('%s and %s: %s', (example, printed, expected) => expect(passes(example, printed)).toBe(expected));

  it('takes the cut end of a text of several words', () => {
    const [part] = segment('This is a lo...', { whole: true }).slice(-1);
    expect(part).toMatchObject({ text: '...', form: { type: 'elision' } });
  });

  it('takes a heading for no mask', () => {
    expect(segment('### Title', { whole: false })).toEqual([{ text: '### Title', start: 0 }]);
  });
});
