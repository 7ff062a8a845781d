import { describe, expect, test } from 'vitest';
import {
  admonitionType,
  escapeLineStart,
  escapeMarkdown,
  escapeMarkdownText,
  escapeMdx,
  escapeStatement,
  restInline,
} from '../../../src/authoring/import/markup.ts';

test.each([
  ['注意', 'warning'],
  ['ＮＯＴＥ:', 'note'],
  ['Hint', 'tip'],
  ['details', 'info'],
  ['danger', 'danger'],
  ['constructor', undefined],
])('the admonition %s is a %s', (name, type) => {
  expect(admonitionType(name)).toBe(type);
});

describe('escaping', () => {
  test.each([
    ['{a} <b> `{c} <d>`', '\\{a\\} \\<b> `{c} <d>`'],
    ['a <br> b', 'a <br /> b'],
    ['<https://example.com/>', '[https://example.com/](https://example.com/)'],
    ['\\{a\\}', '\\{a\\}'],
    ['``a `{` b`` {', '``a `{` b`` \\{'],
  ])('%s in MDX', (text, escaped) => {
    expect(escapeMdx(text)).toBe(escaped);
  });

  test('a comment of HTML becomes one of MDX, and cannot end early', () => {
    expect(escapeMarkdownText('a <!-- b */ --> {c}')).toBe('a {/* b * / */} \\{c\\}');
  });

  test('plain text has no markup', () => {
    expect(escapeMarkdown('*a* [b](c) _d_ e_f `g` \\')).toBe('\\*a\\* \\[b\\](c) \\_d\\_ e_f \\`g\\` \\\\');
  });

  test.each([
    ['# a', '\\# a'],
    ['  > a', '  \\> a'],
    [':::note', '\\:::note'],
    ['---', '\\---'],
    ['~~~', '\\~~~'],
    ['#a', '#a'],
  ])('%s at the start of a line', (line, escaped) => {
    expect(escapeLineStart(line, false)).toBe(escaped);
  });

  test('a paragraph that begins like JavaScript does not become any', () => {
    expect(escapeStatement('export A=1', true)).toBe("{''}export A=1");
    expect(escapeStatement('exports', true)).toBe('exports');
    expect(escapeStatement('import x', false)).toBe('import x');
  });
});

test.each([
  ['``a {x}``', '`a {x}`', []],
  ['``a`b``', '`` a`b ``', []],
  [':command:`ls {}`', '`ls {}`', []],
  [':guilabel:`OK`', '**OK**', []],
  ['`text <https://example.com/>`_', '[text](https://example.com/)', []],
  [':ref:`see this <target>`', 'see this (target)', [':ref:`see this <target>`']],
  ['`target`_', 'target', ['`target`_']],
  ['`emphasis`', '*emphasis*', []],
])('the reStructuredText %s is %s', (written, text, lost) => {
  expect(restInline(written)).toEqual({ text, lost });
});
