import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InfoAttribute, parseInfo } from '../../src/procedure/index.ts';

const word = fc.stringMatching(/^[a-z][\w-]{0,9}$/).filter((text) => !RESERVED.has(text));
const RESERVED = new Set([
  'title',
  'showLineNumbers',
  'className',
  'metastring',
  'noInline',
  'live',
  'npm2yarn',
]);
const attribute = fc.record({ key: word, value: fc.stringMatching(/^[^"'\r\n]{0,12}$/) });

const written = ({ key, value }: InfoAttribute, quote: string) => `${key}=${quote}${value}${quote}`;

test('reads back every attribute as it was written, in either quotes', () => {
  fc.assert(
    fc.property(
      fc.array(word),
      fc.array(attribute),
      fc.constantFrom('"', "'"),
      (words, attributes, quote) => {
        const meta = [...words, ...attributes.map((one) => written(one, quote))].join('  ');
        expect(parseInfo('bash', meta)).toEqual({ lang: 'bash', words, attributes, docusaurus: [] });
      },
    ),
  );
});

test('reads a value without quotes up to the next space', () => {
  fc.assert(
    fc.property(word, fc.stringMatching(/^[\w./:=+-]{1,12}$/), (key, value) => {
      expect(parseInfo('bash', `command ${key}=${value} last`)).toMatchObject({
        words: ['command', 'last'],
        attributes: [{ key, value }],
      });
    }),
  );
});

test('loses nothing of any text, and never fails', () => {
  fc.assert(
    fc.property(fc.string(), (meta) => {
      const { words, attributes, docusaurus } = parseInfo('', meta);
      const letters = (text: string) => [...text].filter((one) => !/[\s"'=]/.test(one)).length;
      const kept = [...words, ...docusaurus, ...attributes.map(({ key, value }) => key + value)];
      expect(letters(kept.join(''))).toBe(letters(meta));
    }),
  );
});

test.for([
  ['title="a command b"', []],
  ['title=\'it says "x"\'', []],
  ['{1,3-5}', []],
  ['showLineNumbers', []],
  ['showLineNumbers=5', []],
  ['noInline', []],
  ['live', []],
  ['className="wide"', []],
])('leaves %s to Docusaurus', ([own]) => {
  const info = parseInfo('bash', `command ${own} id=x`);
  expect(info).toEqual({
    lang: 'bash',
    words: ['command'],
    attributes: [{ key: 'id', value: 'x' }],
    docusaurus: [own],
  });
});

test('keeps the reason that stands inside the value of match', () => {
  expect(parseInfo('text', 'result match=none="shows the time" exit=1').attributes).toEqual([
    { key: 'match', value: 'none="shows the time"' },
    { key: 'exit', value: '1' },
  ]);
});
