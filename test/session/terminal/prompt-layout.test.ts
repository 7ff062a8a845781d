import { Terminal as Headless } from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from '../../../src/session/terminal/prompt-layout.ts';

const PROMPTS = { first: '$ ', more: '> ' };

test('a short command stands behind its prompt', () => {
  expect(layOut('ls', 1, PROMPTS, 10)).toEqual({
    drawn: '$ ls',
    cursor: { row: 0, column: 3 },
    end: { row: 0, column: 4 },
  });
});

test('a further line has the second prompt', () => {
  expect(layOut('a\nbc', 3, PROMPTS, 10)).toEqual({
    drawn: '$ a\r\n> bc',
    cursor: { row: 1, column: 3 },
    end: { row: 1, column: 4 },
  });
});

test('a full row ends on the next one, which the terminal is made to begin', () => {
  expect(layOut('abcdefgh', 8, PROMPTS, 10)).toEqual({
    drawn: '$ abcdefgh \r',
    cursor: { row: 1, column: 0 },
    end: { row: 1, column: 0 },
  });
});

test('a wide character that does not fit goes to the next row', () => {
  expect(layOut('abcdefg語', 8, PROMPTS, 10).end).toEqual({ row: 1, column: 2 });
});

test('a real terminal has its cursor where the layout ends', async () => {
  const text = fc.array(fc.constantFrom('a', 'b', '語', ' ', '\n'), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, async (parts) => {
      const { drawn, end } = layOut(parts.join(''), 0, PROMPTS, 8);
      const terminal = new Headless({ cols: 8, rows: 60, allowProposedApi: true });
      await new Promise<void>((resolve) => terminal.write(drawn, resolve));
      const { cursorY, cursorX } = terminal.buffer.active;
      expect({ row: cursorY, column: cursorX }).toEqual(end);
    }),
    { numRuns: 50 },
  );
});
