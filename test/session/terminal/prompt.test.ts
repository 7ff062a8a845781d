import { Terminal as Headless } from '@xterm/headless';
import { expect, test } from 'vitest';
import { emptyLine, lineOf } from '../../../src/session/terminal/line.ts';
import { Prompt } from '../../../src/session/terminal/prompt.ts';

function open(columns = 10) {
  const xterm = new Headless({ cols: columns, rows: 10, allowProposedApi: true });
  const prompt = new Prompt({
    write: (text) => xterm.write(text),
    clear: () => xterm.clear(),
    get columns() {
      return xterm.cols;
    },
  });
  const shown = async () => {
    await new Promise<void>((resolve) => xterm.write('', resolve));
    const { active } = xterm.buffer;
    const rows = Array.from({ length: 6 }, (_, row) => active.getLine(row)?.translateToString(true) ?? '');
    return { text: rows.join('\n').trimEnd(), cursor: [active.cursorY, active.cursorX] };
  };
  return { xterm, prompt, shown };
}

const line = (text: string, cursor = text.length) => ({ ...lineOf(text, emptyLine), cursor });

test('a shorter line leaves nothing of a longer one', async () => {
  const { prompt, shown } = open();
  prompt.show(line('a long command'));
  prompt.show(line('ls'));
  expect(await shown()).toEqual({ text: '$ ls', cursor: [0, 4] });
});

test('the cursor stands within the line', async () => {
  const { prompt, shown } = open();
  prompt.show(line('aws s3 ls and more', 3));
  expect((await shown()).cursor).toEqual([0, 5]);
});

test('another prompt may stand before it', async () => {
  const { prompt, shown } = open(30);
  prompt.show(line('x'), '(search) ');
  expect(await shown()).toEqual({ text: '(search) x', cursor: [0, 10] });
});

test('what is left stands where it stood, and the next line is below all of it', async () => {
  const { prompt, shown } = open();
  prompt.show(line('0123456789abc', 2));
  prompt.leave('^C');
  prompt.show(prompt.line);
  expect(await shown()).toEqual({ text: '$ 01234567\n89abc^C\n$', cursor: [2, 2] });
});

test('what is hidden makes place for something else', async () => {
  const { xterm, prompt, shown } = open();
  prompt.show(line('two\nlines'));
  prompt.hide();
  xterm.write('output\r\n');
  prompt.show(prompt.line);
  expect((await shown()).text).toBe('output\n$ two\n> lines');
});
