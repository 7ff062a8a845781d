import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVerdict, match, matchCheck, matchSilence } from '../../src/matching/index.ts';
import { runs } from '../runs.ts';
import { context, example, matchJson, matchText, printed } from './run.ts';

const MODES = [undefined, 'exact', 'contains', 'unordered', 'none'] as const;

/** Strings that hold no value that may vary, and keys that relate to nothing. */
const word = fc.stringMatching(/^[a-z]{1,8}$/).filter((text) => !/x{3}/.test(text));
const leaf = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null));
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(word, tie('node'), { maxKeys: 4 }),
  ),
})).node;
const object = fc.dictionary(word, tree, { minKeys: 1, maxKeys: 5 });

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const key = (prefix: string) => fc.stringMatching(new RegExp(`^${prefix}[A-Z2-7]{16}$`));
/** Two values of one kind. */
const twins = fc.oneof(
  ...[
    digits(12),
    hex(17).map((text) => `vpc-${text}`),
    fc.oneof(hex(8), hex(17)).map((text) => `sg-${text}`),
    key('AKIA'),
    key('ASIA'),
    fc.uuid(),
    digits(12).map((text) => `arn:aws:iam::${text}:user/handson`),
  ].map((values) => fc.tuple(values, values)),
);

describe('properties', () => {
  it('a JSON value matches itself', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => matchJson(value, value).passed));
  });

  it('lines match themselves', () => {
    const line = fc.oneof(fc.string({ unit: 'grapheme' }), word);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('\n');
        fc.pre(!/^\s*(?:An error occurred|usage: aws)/.test(text));
        return matchText(text, text).passed;
      }),
    );
  });

  it('never throws, and a verdict is consistent and printable', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      ':',
      ',',
      '...',
      '|',
      '+--+',
      'XXXX',
      '\n',
      ' ',
      '\\',
      '2021-12-20',
      'arn:aws:iam::',
      '*'.repeat(12),
      '1.1.1.1',
      '::',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('json' as const, 'text' as const),
        fc.constantFrom(...MODES),
        text,
        text,
        text,
        fc.integer({ min: 0, max: 255 }),
        (form, mode, body, stdout, stderr, exitCode) => {
          const actual = { stdout, stderr, exitCode };
          for (const verdict of [
            match(example(form, body, { match: mode }), actual, context()),
            matchCheck(actual),
            matchSilence(actual),
          ]) {
            expect(verdict.passed).toBe(verdict.differences.length === 0);
            expect(typeof formatVerdict(verdict, { color: true })).toBe('string');
          }
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('gives the same verdict again', () => {
    fc.assert(
      fc.property(tree, tree, (wanted, got) => {
        expect(matchJson(wanted, got)).toEqual(matchJson(wanted, got));
      }),
    );
  });

  it('fails where one literal of the output is another', () => {
    fc.assert(
      fc.property(object, word, leaf, leaf, (value, name, one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(matchJson({ ...value, [name]: [one] }, { ...value, [name]: [other] }).passed).toBe(false);
      }),
    );
  });

  it('fails without any one key, and passes with one more, with a notice', () => {
    fc.assert(
      fc.property(object, (value) => {
        for (const name of Object.keys(value)) {
          const smaller = Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
          expect(matchJson({ at: [value] }, { at: [smaller] }).passed).toBe(false);
          const verdict = matchJson({ at: [smaller] }, { at: [value] });
          expect([verdict.passed, verdict.notices.length]).toEqual([true, 1]);
        }
      }),
    );
  });

  it('takes keys in any order', () => {
    fc.assert(
      fc.property(
        object,
        (value) => matchJson(value, Object.fromEntries(Object.entries(value).reverse())).passed,
      ),
    );
  });

  it('fails where an element is missing or one too many', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 5 }), fc.nat(), (items, at) => {
        const fewer = items.filter((_, index) => index !== at % items.length);
        expect(matchJson({ items }, { items: fewer }).passed).toBe(false);
        expect(matchJson({ items: fewer }, { items }).passed).toBe(false);
      }),
    );
  });

  it('takes any order with match=unordered, and more with match=contains', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), word, (items, more) => {
        const run = (mode: 'unordered' | 'contains', got: string[]) =>
          match(
            example('json', JSON.stringify(items), { match: mode }),
            printed(JSON.stringify(got)),
            context(),
          ).passed;
        expect(run('unordered', items.toReversed())).toBe(true);
        expect(run('unordered', [...items, more])).toBe(false);
        expect(run('contains', [more, ...items.toReversed()])).toBe(true);
        expect(run('contains', items.slice(1))).toBe(false);
      }),
    );
  });

  it('takes another value of the type, the same one wherever it stands', () => {
    fc.assert(
      fc.property(twins, twins, ([id, other], [, foreign]) => {
        expect(matchJson({ A: id, B: [id] }, { A: other, B: [other] }).passed).toBe(true);
        expect(matchText(`is ${id}, so ${id}`, `is ${other}, so ${other}`).passed).toBe(true);
        fc.pre(foreign !== other && foreign !== id && id !== other);
        expect(matchJson({ A: id, B: id }, { A: other, B: foreign }).passed).toBe(false);
      }),
    );
  });

  it('keeps the values across the examples of a page', () => {
    fc.assert(
      fc.property(twins, ([id, other]) => {
        fc.pre(id !== other && !id.startsWith('arn:'));
        const first = matchJson({ A: id }, { A: other });
        expect(first.bindings.get(id)).toBe(other);
        expect(matchText(id, other, { bindings: first.bindings }).passed).toBe(true);
        expect(matchText(id, id, { bindings: first.bindings }).passed).toBe(false);
      }),
    );
  });
});
