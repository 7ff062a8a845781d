import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../src/aws/cli/output/section.ts';
import { formatTable } from '../../../../src/aws/cli/output/table-output.ts';

describe('--output table', () => {
  it('draws lines of one width, whatever they hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'ab 日–é'), maxLength: 30 }),
      fc.boolean(),
      fc.integer(),
    );
    const name = fc.stringMatching(/^[A-Z][a-z]{0,12}$/);
    const row = fc.dictionary(name, cell, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
    const rows = fc.array(row, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (Items) => {
        const lines = formatTable('ListItems', { Items }, false).trimEnd().split('\n');
        expect(new Set(lines.map(textWidth)).size).toBe(1);
      }),
    );
  });
});
