import { expect, test } from 'vitest';
import {
  type Exchange,
  ExchangeError,
  readXliff,
  writeXliff,
} from '../../../src/translation/exchange/index.ts';

const exchange: Exchange = {
  sourceLocale: 'ja',
  locale: 'zh-Hans',
  pages: [
    {
      sourceFile: 'docs/c/a&"b.mdx',
      units: [
        { id: 'a.0', source: '`aws s3 ls`と`ls`、<b> & "c"', target: '`ls`和`aws s3 ls`', state: 'done' },
        { id: 'a.1', source: ' 甲\n  乙\u001b ', state: 'new' },
        { id: 'a.2', source: '`結果(例)`', target: '`Result`', state: 'draft' },
      ],
    },
    { sourceFile: 'docs/c/b.mdx', units: [{ id: 'title', source: '題', target: '题', state: 'done' }] },
  ],
};

test('what is written is read again, spaces, marks and control characters too', () => {
  expect(readXliff(writeXliff(exchange))).toEqual(exchange);
});

test('inline code is a placeholder, but not where it holds words', () => {
  const text = writeXliff(exchange);
  expect(text).toContain(
    '<data id="d1">`aws s3 ls`</data><data id="d2">`ls`</data></originalData><segment state="final"><source><ph id="1" dataRef="d1"></ph>と<ph id="2" dataRef="d2"></ph>、&lt;b&gt; &amp; &quot;c&quot;',
  );
  expect(text).toContain('<source>`結果(例)`</source>');
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
