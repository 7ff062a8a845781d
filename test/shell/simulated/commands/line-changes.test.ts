import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineChanges } from '../../../../src/shell/simulated/commands/line-changes.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '}'), { maxLength: 30 });

test('the changes make the second text of the first', () => {
  fc.assert(
    fc.property(lines, lines, (first, second) => {
      const made: string[] = [];
      let at = 0;
      for (const { fromAt, from, toAt, to } of lineChanges(first, second, (line) => line)) {
        expect(first.slice(fromAt, fromAt + from.length)).toEqual(from);
        made.push(...first.slice(at, fromAt));
        expect(made.length).toBe(toAt);
        made.push(...to);
        at = fromAt + from.length;
      }
      expect([...made, ...first.slice(at)]).toEqual(second);
    }),
  );
});

test('lines that can stand in two places are told at the last one, as diff(1) does', () => {
  const changes = lineChanges(['x {', '}'], ['x {', '}', 'x {', '}'], (line) => line);
  expect(changes).toEqual([{ fromAt: 2, from: [], toAt: 2, to: ['x {', '}'] }]);
});
