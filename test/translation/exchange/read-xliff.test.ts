import { expect, test } from 'vitest';
import { ExchangeError, readXliff, writeXliff } from '../../../src/translation/exchange/index.ts';
import { exchange } from './xliff-sample.ts';

test('what is written is read again, spaces, marks and control characters too', () => {
  expect(readXliff(writeXliff(exchange))).toEqual(exchange);
});

test('a unit that a program has split is put together', () => {
  const text = writeXliff({
    ...exchange,
    pages: [{ sourceFile: 'docs/c/b.mdx', units: [{ id: 'a.1', source: '甲。 乙。', state: 'new' }] }],
  }).replace(
    /<segment.*<\/segment>/,
    [
      '<segment state="reviewed"><source>甲。</source><target>A<pc id="9">!</pc></target></segment>',
      '<ignorable><source> </source></ignorable>',
      '<segment state="translated"><source>乙。</source><target><mrk id="m1">B</mrk>.</target></segment>',
    ].join('\n'),
  );
  expect(readXliff(text).pages[0]?.units).toEqual([
    { id: 'a.1', source: '甲。 乙。', target: 'A! B.', state: 'done' },
  ]);
});

const withSource = (source: string): string =>
  `<xliff version="2.0" trgLang="ko"><file><unit><segment><source>${source}</source></segment></unit></file></xliff>`;

test.for([
  ['<xliff version="2.0">', 'line 1 is not XML'],
  ['<xliff version="1.2" trgLang="ko"></xliff>', 'it is not XLIFF 2'],
  ['<tmx></tmx>', 'it is not XLIFF 2'],
  ['<xliff version="2.0"></xliff>', 'no "trgLang"'],
  ['<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///x">]><xliff></xliff>', 'External entities'],
  ['<xliff version="2.0" trgLang="ko"><__proto__></__proto__></xliff>', 'Invalid name: "__proto__"'],
  [withSource('<cp hex="110000"/>'), 'names no character: "110000"'],
  [withSource('<cp/>'), 'names no character: ""'],
])('%s is refused: %s', ([text = '', reason]) => {
  expect(() => readXliff(text)).toThrow(ExchangeError);
  expect(() => readXliff(text)).toThrow(reason);
});
