import { describe, expect, it } from 'vitest';

import { segment } from '../../../src/matching/values/segment.ts';

const parts = (text: string, key?: string, whole = false) =>
  segment(text, { key, whole }).map((part) => (part.form ? `<${part.form.type}:${part.text}>` : part.text));

describe('segment splits an example into what is fixed and what varies', () => {
  it.each([
    ['', []],
    ['available', ['available']],
    ['vpc-0a1b2c3d4e5f60718 is pending', ['<resource-id:vpc-0a1b2c3d4e5f60718>', ' is pending']],
    ['at 2021-12-20T09:00:00Z.', ['at ', '<timestamp:2021-12-20T09:00:00Z>', '.']],
    ['10.0.0.0/16', ['10.0.0.0/16']],
    ['from 10.0.0.5', ['from ', '<ip:10.0.0.5>']],
    ['build-20211220 handson2021', ['build-', '<timestamp:20211220>', ' handson2021']],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected));

  it('takes the whole for one value where the key says so', () => {
    expect(parts('abc', 'SecretAccessKey', true)).toEqual(['<secret:abc>']);
    expect(parts('abc', 'UserName', true)).toEqual(['abc']);
    expect(parts('〜略〜', 'UserName', true)).toEqual(['<elision:〜略〜>']);
  });

  it('takes a random word for an id in an address, in an ARN or under the key of one', () => {
    expect(parts('a1b2c3d4e5')).toEqual(['a1b2c3d4e5']);
    expect(parts('https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/p')).toContain(
      '<resource-id:a1b2c3d4e5>',
    );
    expect(parts('a1b2c3d4e5', 'RestApiId', true)).toEqual(['<resource-id:a1b2c3d4e5>']);
  });

  it('knows the ARN that a part stands in', () => {
    const text = 'x arn:aws:iam::123456789012:user/a';
    expect(segment(text, { whole: false }).find(({ form }) => form)?.arn).toEqual({
      start: 2,
      end: text.length,
    });
  });

  it('looks at a long text piece by piece, and loses nothing', () => {
    const text = `${'word '.repeat(1_000)}vpc-0a1b2c3d4e5f60718 ${'x'.repeat(5_000)}`;
    const found = segment(text, { whole: false });
    expect(found.map((part) => part.text).join('')).toBe(text);
    expect(found.filter(({ form }) => form).map((part) => part.text)).toEqual(['vpc-0a1b2c3d4e5f60718']);
    for (const part of found) expect(text.startsWith(part.text, part.start)).toBe(true);
  });
});
