import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatYaml } from '../../../../src/aws/cli/output/yaml-output.ts';

const file = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/aws/cli-yaml', name), 'utf8');

describe('YAML output', () => {
  it("is what ruamel.yaml's safe dumper, which the AWS CLI uses, made of the same data", () => {
    expect(formatYaml(JSON.parse(file('input.json')))).toBe(file('output.yaml'));
  });

  it('writes a line that begins with spaces as an escape, as ruamel.yaml does', () => {
    expect(formatYaml(['a\n b\n'])).toBe('- "a\\n b\\n"\n');
  });

  it('reads back as the same data', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }));
    const words = fc.array(fc.string(), { minLength: 10 }).map((parts) => parts.join(' '));
    const value = fc.letrec((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        ...[text, words, fc.integer(), fc.boolean(), fc.constant(null)],
        fc.array(tie('data')),
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((name) => name.length < 100),
          tie('data'),
        ),
      ),
    })).data;
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (data) => {
        expect(parse(formatYaml(data), { merge: false })).toEqual(JSON.parse(JSON.stringify(data)));
      }),
      { numRuns: 500 },
    );
  });
});
