import { expect, test } from 'vitest';
import { findBrokenLinks } from '../../../src/authoring/lint/index.ts';
import { readLinks } from '../../../src/procedure/index.ts';

const PAGE = 'docs/course/page.mdx';
const TRANSLATION = 'i18n/en/docusaurus-plugin-content-docs/current/course/page.mdx';

/** Pages that have moved; one of them was removed afterwards. */
const MOVED: Readonly<Record<string, string>> = {
  'course/old': 'course/next',
  'other/old': 'course/next',
  'course/withdrawn': 'course/gone',
};

/** Codes and targets of what is wrong in a page of this text, in a project with a few other files. */
async function broken(text: string, file = PAGE): Promise<string[]> {
  const files: Record<string, string> = {
    [file]: text,
    'docs/course/next.mdx': '## Make {/* #make */}\n\n## Two words: バケットの作成\n\n<a id="old" />\n',
    'docs/course/figure.svg': '',
    'docs/other/_part.mdx': '',
    'static/image.png': '',
  };
  const problems = await findBrokenLinks(file, {
    exists: (name) => name in files,
    filesIn: (folder) =>
      Object.keys(files)
        .filter((name) => name.startsWith(`${folder}/`))
        .map((name) => name.slice(folder.length + 1)),
    linksOf: async (name) => readLinks(files[name] ?? '', name),
    movedTo: async (id) => MOVED[id],
  });
  return problems.map(({ line, column, message, fix }) => `${line}:${column} ${message} ${fix}`);
}

test.each([
  '[a](./next.mdx), [b](next.mdx#make), [c](../course/next.mdx#old), [d](next.mdx#two-words-バケットの作成)',
  '[e](#here), [f](#%E3%81%93)\n\n## Here\n\n### こ',
  '![g](./figure.svg), ![h](@site/static/image.png), [i]\n\n[i]: ../other/_part.mdx',
  '[j](/docs/anything), [k](https://example.com/a.mdx), [l](mailto:a@example.com), [m](../elsewhere), [n](?x=a.png)',
  '```text\n[o](./gone.mdx)\n```\n\n`[p](./gone.mdx)`',
])('nothing is said of %j', async (text) => {
  expect(await broken(`${text}\n`)).toEqual([]);
});

test.each([
  [
    '[a](./nxt.mdx)',
    '1:1 This link leads nowhere: there is no docs/course/nxt.mdx. Did you mean "./next.mdx"?',
  ],
  [
    'See [a][b].\n\n[b]: ../gone/page.mdx',
    '3:1 This link leads nowhere: there is no docs/gone/page.mdx. Correct the path, or remove the link.',
  ],
  [
    '[a](next.mdx#mak)',
    '1:1 There is no heading with the anchor "#mak" in docs/course/next.mdx. Did you mean "#make"?',
  ],
  ['![a](figur.svg)', '1:1 There is no image docs/course/figur.svg. Did you mean "figure.svg"?'],
  [
    '[a](../../../../etc/passwd.md)',
    '1:1 This link leads nowhere: there is no ../../etc/passwd.md. Correct the path, or remove the link.',
  ],
])('%j leads nowhere', async (text, expected) => {
  expect(await broken(`${text}\n`)).toEqual([expected]);
});

test.each([
  ['[a](./old.mdx)', PAGE, 'docs/course/old.mdx. Write "./next.mdx".'],
  ['[a](./old.md#make)', PAGE, 'docs/course/old.md. Write "./next.mdx#make".'],
  ['[a](../other/old.mdx#two-words)', PAGE, 'docs/other/old.mdx. Write "./next.mdx#two-words".'],
  ['[a](../course/old.mdx)', 'docs/other/page.mdx', 'docs/course/old.mdx. Write "../course/next.mdx".'],
  ['[a](./course/old.mdx)', 'docs/page.mdx', 'docs/course/old.mdx. Write "./course/next.mdx".'],
  ['[a](old.mdx#make)', TRANSLATION, `${TRANSLATION.replace('page', 'old')}. Write "./next.mdx#make".`],
])('%j in %s says where the page is now', async (text, file, expected) => {
  expect(await broken(`${text}\n`, file)).toEqual([
    `1:1 This link leads to the old place of a page that has moved: ${expected}`,
  ]);
});

test('a page that has moved and is there no more leads nowhere', async () => {
  expect(await broken('[a](./withdrawn.mdx)\n')).toEqual([
    '1:1 This link leads nowhere: there is no docs/course/withdrawn.mdx. Correct the path, or remove the link.',
  ]);
});

test('what a translation lacks is there as the source has it', async () => {
  expect(await broken('[a](./next.mdx#make), ![b](./figure.svg)\n', TRANSLATION)).toEqual([]);
  expect(await broken('[a](./gone.mdx)\n', TRANSLATION)).toHaveLength(1);
});

test('a page that cannot be parsed has its own problem', async () => {
  expect(await broken('[a](./gone.mdx) {\n')).toEqual([]);
});
