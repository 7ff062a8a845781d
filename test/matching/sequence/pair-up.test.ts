import { describe, expect, it } from 'vitest';
import { match } from '../../../src/matching/index.ts';
import type { MatchMode } from '../../../src/procedure/types.ts';
import { context, example, matchJson, matchText, printed } from '../run.ts';

const inMode = (mode: MatchMode, wanted: string, got: string, bindings = new Map<string, string>()) =>
  match(example('text', wanted, { match: mode }), printed(got), context({ bindings }));

describe('match=unordered', () => {
  it('takes a pairing back where another is left without a partner', () => {
    // The first line fits both, the second only the line that the first would take.
    const wanted = 'XXXX a\nvpc-11111111 a';
    expect(inMode('unordered', wanted, 'vpc-aaaaaaaa a\nother a').passed).toBe(true);
    expect(inMode('unordered', wanted, 'one a\nother a').passed).toBe(false);
  });

  it('keeps the meaning that a value has already', () => {
    const known = new Map([['vpc-11111111', 'vpc-aaaaaaaa']]);
    const verdict = inMode('unordered', 'vpc-11111111\nvpc-22222222', 'vpc-bbbbbbbb\nvpc-aaaaaaaa', known);
    expect(verdict.passed).toBe(true);
    expect(verdict.bindings.get('vpc-22222222')).toBe('vpc-bbbbbbbb');
  });

  it('keeps the meaning that a value has got earlier in the example', () => {
    const body = '{"A": "vpc-11111111", "B": ["vpc-11111111", "vpc-22222222"]}';
    const got = '{"A": "vpc-aaaaaaaa", "B": ["vpc-bbbbbbbb", "vpc-aaaaaaaa"]}';
    expect(match(example('json', body, { match: 'unordered' }), printed(got), context()).passed).toBe(true);
  });

  it('holds for long outputs too', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `line ${index}`);
    expect(inMode('unordered', lines.join('\n'), lines.toReversed().join('\n')).passed).toBe(true);
    expect(inMode('unordered', lines.join('\n'), lines.toReversed().with(7, 'other').join('\n')).passed).toBe(
      false,
    );
  });

  it('does not take an element twice', () => {
    expect(inMode('unordered', 'a\na', 'a\nb').passed).toBe(false);
    expect(inMode('contains', 'a\na', 'a\nb').passed).toBe(false);
  });
});

describe('elisions', () => {
  it.each(['...', '…', '〜略〜', '(略)', '（省略）', '～中略～', '(以下略)'])(
    '%s stands for any lines',
    (mark) => {
      for (const middle of ['', '1\n', '1\n2\n3\n']) {
        expect(matchText(`a\n${mark}\nz`, `a\n${middle}z`).passed).toBe(true);
      }
      expect(matchText(`a\n${mark}\nz`, 'a\n1').passed).toBe(false);
      expect(matchText(`a\n${mark}\nz`, '0\na\nz').passed).toBe(false);
    },
  );

  it.each([
    ['[1, ...]', '[1, 2, 3]', true],
    ['[1, ...]', '[2, 1]', false],
    ['[..., 3]', '[1, 2, 3]', true],
    ['[\n  1\n  〜略〜\n  3\n]', '[1, 2, 3]', true],
    ['["a", "..."]', '["a", "b", "c"]', true],
    ['{"A": 1, ...}', '{"A": 1, "B": 2}', true],
    ['{"A": 1, ...}', '{"B": 2}', false],
    ['{"A": 1, "...": "..."}', '{"A": 1, "B": 2}', true],
    ['{"A": ...}', '{"A": {"B": []}}', true],
    ['{"A": "..."}', '{"A": ""}', false],
    ['{"A": "..."}', '{"A": null}', false],
    ['[{"Key": "a", "Value": "1"}, ...]', '[{"Key": "b", "Value": "2"}, {"Key": "a", "Value": "1"}]', true],
    ['[{"Key": "a", "Value": "1"}, ...]', '[{"Key": "b", "Value": "2"}]', false],
  ])('in JSON: %s against %s', (wanted, got, passed) => {
    const verdict = match(example('json', wanted), printed(got), context());
    expect(verdict.passed).toBe(passed);
    expect(verdict.notices).toEqual([]);
  });

  it('in an output are an error', () => {
    expect(match(example('json', '[1, ...]'), printed('[1, ...]'), context()).passed).toBe(false);
  });
});

describe('JSON', () => {
  it('is a tree in a text result too', () => {
    expect(matchText('{"a": 1, "b": [2]}', '{\n  "b": [2],\n  "a": 1\n}').passed).toBe(true);
    expect(matchText('[default]\nregion = a', '[default]\nregion = a').passed).toBe(true);
  });

  it('keeps numbers and strings apart, and every digit', () => {
    expect(matchJson(1, '1').differences[0]?.kind).toBe('type');
    const numbers = (wanted: string, got: string) =>
      match(example('json', wanted), printed(got), context()).passed;
    expect(numbers('1.0', '1')).toBe(true);
    expect(numbers('9007199254740993', '9007199254740992')).toBe(false);
  });

  it('may be several values', () => {
    const several = (got: string) =>
      match(example('json', '{"a": 1}\n{"a": 2}'), printed(got), context()).passed;
    expect(several('{"a":1}\n{"a":2}\n')).toBe(true);
    expect(several('{"a":1}\n')).toBe(false);
  });

  it('refuses what is nested without end, with a reason', () => {
    const deep = '['.repeat(100_000);
    const verdict = match(example('json', '[]'), printed(deep), context());
    expect(verdict.differences[0]?.kind).toBe('form');
  });
});

describe('names in ARNs', () => {
  it.each([
    ['arn:aws:iam::123456789012:user/10.0.0.1', 'arn:aws:iam::123456789012:user/10.0.0.2'],
    [
      `arn:aws:iam::123456789012:user/+${'aB3+'.repeat(10).slice(1)}`,
      `arn:aws:iam::123456789012:user/+${'aC3+'.repeat(10).slice(1)}`,
    ],
  ])('%s is not %s', (wanted, got) => expect(matchText(wanted, got).passed).toBe(false));
});

it('a line missing in a long output is found at once', () => {
  const lines = Array.from({ length: 3000 }, (_, index) => `2021-12-20 09:00:00 object-${index}`);
  const verdict = matchText(lines.join('\n'), lines.toSpliced(1500, 1).join('\n'));
  expect(verdict.differences).toMatchObject([{ kind: 'missing', line: 1501 }]);
});
