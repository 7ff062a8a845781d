import { describe, expect, it } from 'vitest';
import { ansi, drawTable, plain } from '../../../../src/aws/cli/output/draw.ts';
import { PrintedTable } from '../../../../src/aws/cli/output/section.ts';

function section(
  title: string,
  headers: readonly string[],
  rows: readonly (readonly unknown[])[],
  indent = 0,
) {
  const made = new PrintedTable(title, indent);
  if (headers.length > 0) made.setHeaders(headers);
  for (const row of rows) made.addRow(row);
  return made;
}

describe('drawTable', () => {
  it('draws sections below each other, nested ones within bars', () => {
    const sections = [section('Op', [], [['Id', 'x']]), section('Tags', ['Key', 'Value'], [['a', 'b']], 1)];
    expect(drawTable(sections, plain)).toBe(
      [
        '--------------------',
        '|        Op        |',
        '+---------+--------+',
        '|  Id     |  x     |',
        '+---------+--------+',
        '||      Tags      ||',
        '|+------+---------+|',
        '||  Key |  Value  ||',
        '|+------+---------+|',
        '||  a   |  b      ||',
        '|+------+---------+|',
        '',
      ].join('\n'),
    );
  });

  it('closes a title with nothing below it', () => {
    expect(drawTable([section('Op', [], [])], plain)).toBe('----\n|Op|\n+--+\n');
  });

  it('turns a row on its side where the table is wider than 80 columns', () => {
    const wide = section('Op', ['A', 'B'], [['x'.repeat(40), 'y'.repeat(40)]]);
    const cells = drawTable([wide], plain)
      .split('\n')
      .filter((line) => line.startsWith('|  ') && !line.includes(' Op '))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(cells).toEqual([
      ['A', 'x'.repeat(40)],
      ['B', 'y'.repeat(40)],
    ]);
  });

  it('paints cells, and resets after each piece', () => {
    const painted = drawTable([section('Op', [], [['a']])], ansi);
    expect(painted).toContain('\x1b[1m\x1b[34ma\x1b[0m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(painted.replace(/\x1b\[\d+m/g, '')).toBe(drawTable([section('Op', [], [['a']])], plain));
  });
});
