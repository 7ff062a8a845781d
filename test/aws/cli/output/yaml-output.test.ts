import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, type ScalarTag, type Tags } from 'yaml';
import { formatYaml } from '../../../../src/aws/cli/output/yaml-output.ts';
import { runs } from '../../../runs.ts';

const file = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/aws/cli-yaml', name), 'utf8');

/** Number with an exponent: ruamel.yaml takes `.5e5` for a text, and `yaml` for a number. */
const EXPONENT = /^[-+]?(?:\.[0-9]+(?=[eE][-+])|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/;

/** Reads YAML as ruamel.yaml does. */
function read(text: string): unknown {
  const isExponent = (tag: Tags[number]): tag is ScalarTag =>
    typeof tag === 'object' && 'format' in tag && tag.format === 'EXP';
  const customTags = (tags: Tags): Tags =>
    tags.map((tag) => (isExponent(tag) ? { ...tag, test: EXPONENT } : tag));
  return parse(text, { merge: false, customTags });
}

describe('YAML output', () => {
  it("is what ruamel.yaml's safe dumper, which the AWS CLI uses, made of the same data", () => {
    expect(formatYaml(JSON.parse(file('input.json')))).toBe(file('output.yaml'));
  });

  it('writes a line that begins with spaces as an escape, as ruamel.yaml does', () => {
    expect(formatYaml(['a\n b\n'])).toBe('- "a\\n b\\n"\n');
  });

  // Each as ruamel.yaml 0.17.21 with libyaml writes it.
  it.each([
    [
      'an exponent without a sign behind a point alone',
      ['.5e5', '.5e+5', '5e5'],
      "- .5e5\n- '.5e+5'\n- '5e5'\n",
    ],
    ['underscores, which begin no number', ['_', '_1', '1_0'], "- _\n- _1\n- '1_0'\n"],
    ['a key of two lines', [{ 'a\n': 'b' }], "- ? 'a\n\n    '\n  : b\n"],
    ['a list behind such a key', [{ 'a\n b': ['c', 'd'] }], '- ? "a\\n b"\n  : - c\n    - d\n'],
    ['a map behind such a key', [{ '\r': { c: 'd', e: 'f' } }], '- ? "\\r"\n  : c: d\n    e: f\n'],
    ['a key of 128 bytes', { [`${'語'.repeat(42)}ab`]: 'c' }, `${'語'.repeat(42)}ab: c\n`],
    ['a longer key', { ['語'.repeat(43)]: 'c' }, `? ${'語'.repeat(43)}\n: c\n`],
    ['a line break of Unicode', ['a\u2028b'], "- 'a\u2028  b'\n"],
    ['one beside a space', ['a\u2028 b'], '- "a\\L b"\n'],
  ])('writes %s as ruamel.yaml does', (_, data, written) => {
    expect(formatYaml(data)).toBe(written);
  });

  it('reads back as the same data', () => {
    // A line break of Unicode is one for ruamel.yaml, and none for `yaml`.
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary-ascii' }),
        fc.string({ unit: fc.constantFrom(...'.0123456789_eE+-'), maxLength: 6 }),
      )
      .filter((written) => !/[\u2028\u2029]/.test(written));
    const words = fc.array(fc.string(), { minLength: 10 }).map((parts) => parts.join(' '));
    const value = fc.letrec((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        ...[text, words, fc.integer(), fc.boolean(), fc.constant(null)],
        fc.array(tie('data')),
        fc.dictionary(text, tie('data')),
      ),
    })).data;
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (data) => {
        expect(read(formatYaml(data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
      { numRuns: runs(500) },
    );
  });
});
