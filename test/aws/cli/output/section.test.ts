import { describe, expect, it } from 'vitest';
import { PrintedTable, textWidth } from '../../../../src/aws/cli/output/section.ts';

describe('textWidth', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['ñ', 1],
    ['é', 2],
    ['α', 2],
    ['', 0],
  ])('%s', (text, width) => expect(textWidth(text)).toBe(width));
});

describe('PrintedTable', () => {
  const table = () => {
    const made = new PrintedTable('T', 0);
    made.setHeaders(['A', 'Long']);
    made.addRow([1, null]);
    return made;
  };

  it('writes values as Python does', () => expect(table().rows).toEqual([['1', 'None']]));

  it('is as wide as its columns, or its title', () => {
    expect(table().totalWidth()).toBe(1 + 4 + 4 + 4 + 2);
    expect(new PrintedTable('a long title', 1).totalWidth()).toBe('a long title'.length + 4);
  });

  it('scales columns to the width of the whole, to the last column', () => {
    for (const total of [15, 16, 20, 33]) {
      expect(
        table()
          .columnWidths(total)
          .reduce((sum, width) => sum + width, 0),
      ).toBe(total);
    }
    expect(new PrintedTable('T', 0).columnWidths(10)).toEqual([]);
  });

  it('turns one row, and no more', () => {
    expect(table().turned().rows).toEqual([
      ['A', '1'],
      ['Long', 'None'],
    ]);
    const two = table();
    two.addRow([2, 3]);
    expect(two.turned()).toBe(two);
  });
});
