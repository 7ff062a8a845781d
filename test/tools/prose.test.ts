import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkProse } from '../../tools/prose/check.ts';
import { readGlossary } from '../../tools/prose/glossary.ts';

const glossary = readGlossary();
const messages = async (source: string, language: 'ja' | 'en') =>
  (await checkProse(source, language, glossary)).map(
    (fault) => `${fault.line}:${fault.column} ${fault.message}`,
  );

describe('Japanese', () => {
  test('what the glossary calls otherwise is found, at its place', async () => {
    expect(
      await messages('---\ntitle: 題\n---\n\n## 節 {/* #a */}\n\nこのコースを始めます。\n', 'ja'),
    ).toEqual(['7:3 コース => ハンズオン (prh)']);
  });

  test('rules for technical writing hold, in lists as around them', async () => {
    expect(await messages('- 値を確認します。\n- この画面で値を見れます。\n', 'ja')).toEqual([
      expect.stringContaining('no-dropping-the-ra'),
    ]);
  });

  test('code, tags and comments are no prose', async () => {
    const source =
      '<Elapse duration="15m" />\n\n{/* コース */}\n\n```bash command\necho コース\n```\n\n`コース`を書きます。\n';
    expect(await messages(source, 'ja')).toEqual([]);
  });
});

describe('English', () => {
  test('words that no dictionary has, and other names than the glossary gives', async () => {
    expect(await messages(':::note[Mind the gapp]\n\nLook at the expected output.\n\n:::\n', 'en')).toEqual([
      expect.stringMatching(/^1:18 "gapp" is in no dictionary/),
      '3:13 expected output => result example (prh)',
    ]);
  });

  test('code and addresses are no prose', async () => {
    expect(
      await messages('`gapp` and [this](https://example.com/gapp).\n\n```sh\ngapp\n```\n', 'en'),
    ).toEqual([]);
  });
});

test("CONTRIBUTING's table of words is the glossary", () => {
  const contributing = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
  const rows = glossary.terms.map(({ en, ja, meaning }) => `| ${en} | ${ja} | ${meaning} |`);
  expect(contributing).toContain(['| word | 日本語 | meaning |', '|---|---|---|', ...rows, ''].join('\n'));
});
