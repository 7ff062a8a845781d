import { join } from 'node:path';
import { expect, test } from 'vitest';
import japanese from '../../src/language/ja.json' with { type: 'json' };
import { findSaid, saidIn } from './said.ts';

const said = findSaid(join(import.meta.dirname, '../../src'));
const keys = [...new Set(said.map(({ key }) => key))];
const placesOf = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();

test('every noun that is counted stands where it is counted', () => {
  expect(said.filter(({ key }) => key === undefined)).toEqual([]);
});

test('every text is in Japanese too, and no Japanese one is left over', () => {
  expect(Object.keys(japanese).sort()).toEqual(keys.sort());
});

test.each(Object.entries(japanese))('%j has its values in Japanese too', (english, text) => {
  expect(placesOf(text)).toEqual(placesOf(english));
});

test('Japanese texts are Japanese', () => {
  const words = (text: string): string => text.replace(/\{\d\}/g, '');
  const same = Object.entries(japanese).filter(
    ([english, text]) => /[a-z]/i.test(words(english)) && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text),
  );
  expect(same).toEqual([]);
});

test('a source is read as it is written', () => {
  const source =
    "import { counted, say } from '../language/index.ts';" +
    'const text = [say`${file} is "${name}"`, say`a \\`b\\``, counted(n, "page"), counted(n, noun)];';
  expect(saidIn('a.ts', source).map(({ key }) => key)).toEqual([
    '{0} is "{1}"',
    'a `b`',
    '{0} page',
    undefined,
  ]);
});
