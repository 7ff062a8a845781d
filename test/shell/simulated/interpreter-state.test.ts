import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../../src/shell/quoting.ts';
import { createParser } from '../../../src/shell/simulated/simulated-syntax.ts';
import { runs } from '../../runs.ts';
import { openShell } from '../simulated.ts';

/** Any text that a shell variable can hold. */
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''));

describe('any text', () => {
  test('is one word of shell source', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const { stdout } = await openShell().run(`X=${quoted(value)}; printf '%s' "$X"`);
        expect(stdout).toBe(value);
      }),
      { numRuns: runs(60) },
    );
  });

  test('in a variable, an array or a here-document survives a stopped run', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (one, two) => {
        const shell = openShell();
        await shell.run(`A=${quoted(one)}; export B=${quoted(two)}; C=(${quoted(one)} ${quoted(two)})`);
        const show = `cat << END\n<$A><$B><\${C[0]}><\${C[1]}>\nEND\nprintenv B`;
        const before = await shell.run(show);
        expect((await shell.run('stop() { stop; }; stop')).stopped).toBeDefined();
        expect(await shell.run(show)).toEqual(before);
        await shell.close();
      }),
      { numRuns: runs(40) },
    );
  });
});

test('no script makes the parser throw, and none runs', async () => {
  const parse = createParser();
  const piece = fc.constantFrom(
    ...[
      'if',
      'then',
      'fi',
      'for',
      'do',
      'done',
      'case',
      'esac',
      '{',
      '}',
      '(',
      ')',
      '$(',
      '${',
      '"',
      "'",
      '`',
      '<<',
      'END',
    ],
    ...[
      '\n',
      ' ',
      ';',
      '&',
      '|',
      '&&',
      'x',
      '=',
      '>',
      '<',
      '$',
      '\\',
      '#',
      '[[',
      ']]',
      '((',
      '))',
      '!',
      ';;',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const result = await parse(pieces.join(''));
      if ('message' in result) expect(result.message).toMatch(/^bash: .*\n$/s);
      else expect(Array.isArray(result.statements)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
