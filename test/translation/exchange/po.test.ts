import { expect, test } from 'vitest';
import { type Exchange, ExchangeError, readPo, writePo } from '../../../src/translation/exchange/index.ts';

const exchange: Exchange = {
  sourceLocale: 'ja',
  locale: 'zh-Hans',
  pages: [
    {
      sourceFile: 'docs/c/a.mdx',
      units: [
        { id: 'a.0', source: '"甲"\\n\n乙\tb', target: '"A"\\n\nB\tb', state: 'done' },
        { id: 'a.1', source: '同じ', state: 'new' },
        { id: 'a.2', source: '同じ', target: '같은', state: 'draft' },
      ],
    },
    { sourceFile: 'docs/c/b.mdx', units: [{ id: 'title', source: '題', target: '题', state: 'done' }] },
  ],
};

test('what is written is read again; the same text twice stays two', () => {
  expect(readPo(writePo(exchange))).toEqual(exchange);
});

test('an entry names its place and its heading; a draft is fuzzy', () => {
  const [first, second] = exchange.pages[0]?.units ?? [];
  const units = [
    { ...first, id: 'a.0', source: '甲', state: 'draft' as const, target: 'A', line: 7, notes: ['目的'] },
    { ...second, id: 'a.1', source: '乙', state: 'new' as const, line: 9 },
  ];
  const text = writePo({ ...exchange, pages: [{ sourceFile: 'docs/c/a.mdx', units }] });
  expect(text.slice(text.indexOf('#:')).trim()).toBe(
    `
#: docs/c/a.mdx:7
#. 目的
#, fuzzy
msgctxt "docs/c/a.mdx#a.0"
msgid "甲"
msgstr "A"

#: docs/c/a.mdx:9
msgctxt "docs/c/a.mdx#a.1"
msgid "乙"
msgstr ""`.trim(),
  );
  expect(text).toContain('"Language: zh_Hans\\n"');
});

test.for([
  ['msgid "a"\nmsgstr "b"\n', 'no "Language"'],
  ['msgid ""\nmsgstr "Language: ko\\n"\n\nmsgid "a"\nmsgstr "b"\n', 'msgctxt "" names no page'],
  ['msgid "', 'it is not PO'],
])('%s is refused: %s', ([text = '', reason]) => {
  expect(() => readPo(text)).toThrow(ExchangeError);
  expect(() => readPo(text)).toThrow(reason);
});
