import { describe, expect, it } from 'vitest';

import { match } from '../../../src/matching/index.ts';
import { context, example, printed } from '../run.ts';

const passes = (body: string, stdout: string, mode?: 'exact') =>
  match(example('text', body, { match: mode }), printed(stdout), context()).passed;

describe('text as an example', () => {
  it.each([
    ['a\nb', 'a  \nb\n\n', true],
    ['a b', 'a  b', false],
    ['(出力なし)', '', true],
    ['(none)', 'x', false],
    ['none', 'none\n', true],
  ])('%j and %j: %s', (body, stdout, expected) => expect(passes(body, stdout)).toBe(expected));

  it.each([
    ['a  \nb', 'a  \nb\n', true],
    ['a\nb', 'a \nb\n', false],
    ['vpc-12345678', 'vpc-0a1b2c3d\n', false],
  ])('match=exact: %j and %j: %s', (body, stdout, expected) =>
    expect(passes(body, stdout, 'exact')).toBe(expected),
  );
});

describe('a table as an example', () => {
  const table = (...rows: readonly string[]) =>
    ['-------', '|  T  |', '+-----+', ...rows.map((row) => `|  ${row}  |`), '+-----+'].join('\n');
  it('is compared by its cells', () => {
    expect(passes(table('a'), table('a').replaceAll('--', '----'))).toBe(true);
    expect(passes(table('a'), table('b'))).toBe(false);
  });

  it('is no other text', () => {
    const [difference] = match(example('text', table('a')), printed('a'), context()).differences;
    expect(difference?.message).toBe('The example is a table, but the output is not: it begins with "a".');
  });
});
