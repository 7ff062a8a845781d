import { expect, test } from 'vitest';
import { acceptPage, fillPage, type Memory, siteStatus } from '../../../src/translation/index.ts';
import { scanPage } from '../../../src/translation/scan.ts';
import { pairOf } from '../pairs.ts';
import { KOREAN, SOURCE, TRANSLATED } from './sample.ts';

const NOTHING: Memory = { find: () => undefined };
type Request = { readonly id: string; readonly text: string };

/** A program that answers from a list. */
const program =
  (texts: ReadonlyMap<string, string>, asked: string[] = []) =>
  async (requests: readonly Request[]) => {
    asked.push(...requests.map(({ id }) => id));
    return new Map(requests.flatMap(({ id }) => (texts.has(id) ? [[id, texts.get(id) ?? '']] : [])));
  };

const fill = (
  translation: string | undefined,
  translate = program(KOREAN),
  memory = NOTHING,
  source = SOURCE,
) => fillPage(pairOf(source, translation), { memory, sourceLocale: 'ja', translate });

/** The page without what it says it was made from. */
const withoutMark = (text: string | undefined) => text?.replace(/ {2}translation:\n(?: {4}.*\n)+/, '');

async function stateOf(translation: string | undefined, source = SOURCE) {
  const pair = pairOf(source, translation);
  const locales = { source: 'ja', translations: ['en'], settings: {} };
  const { statuses } = await siteStatus({ root: '/nowhere', locales, pairs: [pair] } as never, [pair]);
  return statuses[0]?.state;
}

test('a page that is missing is made by a program, and is never fresh until it is accepted', async () => {
  const { text, translated, left, problems } = await fill(undefined);
  expect(withoutMark(text)).toBe(TRANSLATED);
  expect([translated, left, problems]).toEqual([12, 0, []]);
  expect(await stateOf(text)).toBe('machine');
  const result = acceptPage(pairOf(SOURCE, text), 'ja');
  expect(await stateOf('change' in result ? result.change.after : undefined)).toBe('fresh');
});

test('what is remembered is not asked for', async () => {
  const asked: string[] = [];
  const memory: Memory = {
    find: (text) => (text === '目的' ? { target: '목표', file: 'x.mdx' } : undefined),
  };
  const { text, remembered, translated } = await fill(undefined, program(KOREAN, asked), memory);
  expect(text).toContain('## 목표 {/* #purpose */}');
  expect([remembered, translated, asked.includes('purpose.0')]).toEqual([1, 11, false]);
});

test('a program that loses a command or a link is not believed', async () => {
  const wrong = new Map([...KOREAN, ['purpose.1', '`aws s3 rb`로 [버킷](./other.mdx)을 만듭니다.']]);
  const { text, left, problems } = await fill(undefined, program(wrong));
  expect(text).toContain('`aws s3 mb`で[バケット](./index.mdx)を作ります。');
  expect(left).toBe(1);
  expect(problems.map(({ file, line, message }) => [file, line, message])).toEqual([
    [
      'docs/c/p.mdx',
      11,
      'The text for purpose.1 is left out: `aws s3 mb`, ./index.mdx is not in it as in the source.',
    ],
  ]);
});

test('what people have accepted and what is stale keep their states', async () => {
  const accepted = acceptPage(pairOf(SOURCE, TRANSLATED), 'ja');
  const before = 'change' in accepted ? accepted.change.after : '';
  expect((await fill(before)).text).toBeUndefined();
  const source = SOURCE.replace('> 名前は\n> 世界で1つです。', '> 名前は1つです。\n\n新しい段落。').replace(
    '| 名前 |',
    '| 名称 |',
  );
  const added = `${source}\n## 片付け {/* #end */}\n\n消します。\n`;
  const { text } = await fill(
    before,
    program(
      new Map([
        ['end.0', '정리'],
        ['end.1', '지웁니다.'],
      ]),
    ),
    NOTHING,
    added,
  );
  const { mark } = scanPage(text ?? '');
  const marks = mark && 'headings' in mark ? mark.headings : [];
  expect(marks.map(({ heading, isMachine }) => [heading, isMachine ?? false])).toEqual([
    ['purpose', false],
    ['run', false],
    ['end', true],
  ]);
  expect(await stateOf(text, added)).toBe('stale');
  expect(text).toContain('## 정리 {/* #end */}\n\n지웁니다.\n');
});
