import { expect, test } from 'vitest';
import { syncPage } from '../../src/translation/index.ts';
import { outline } from './outlines.ts';

const COMMAND = '```bash command\na\n```\n';
const source = `Words. {/* a note */}\n\n<details>\n<summary>More</summary>\n\nWords.\n\n</details>\n\n${COMMAND}`;
const left = (text: string) =>
  syncPage(outline(source), outline(text, 'i18n/en/page.mdx')).left.map(({ line, message }) => ({
    line,
    what: /^"(.*)" is not in docs\/course\/page\.mdx/.exec(message)?.[1],
  }));

test.for<[what: string, added: string, found: string[]]>([
  [
    'a partial',
    "import Other from './_other.mdx'\n\n<Other />",
    ["import Other from './_other.mdx'", '<Other>'],
  ],
  ['code that runs in the build', 'export const a = 1', ['export const a = 1']],
  ['an expression', 'Words {1 + 1}.', ['{1 + 1}']],
  ['code that is no fence', '<pre><code>aws s3 rb s3://a</code></pre>', ['<pre>', '<code>']],
  ['an attribute', '<details hidden>\nWords.\n</details>', ['hidden of <details>']],
  ['an attribute that runs', '<details {...a}>\nWords.\n</details>', ['{...a} of <details>']],
])('%s is nothing that a translation has of its own', ([, added, found]) => {
  expect(left(`${added}\n\n${source}`).map(({ what }) => what)).toEqual(found);
  expect(left(`${source}\n${added}\n`)[0]?.line).toBe(source.split('\n').length + 1);
});

test('it hinders no command from being fixed', () => {
  const { text, fixed } = syncPage(
    outline(source),
    outline(`<b>x</b>\n\n${source.replace('\na\n', '\nb\n')}`),
  );
  expect(text).toBe(`<b>x</b>\n\n${source}`);
  expect(fixed).toHaveLength(1);
});

test('what the source has may be there, and comments may', () => {
  expect(left(source.replace('a note', 'another note').replace('More', 'もっと'))).toEqual([]);
});

test.for([
  ['cat << END', 'cat <<\u00a0END', '"cat <<<U+00A0>END" should be "cat << END"'],
  ['ls', ' ls', '" ls" should be "ls"'],
  ['ls -l', 'ls \u200b-l', '"ls <U+200B>-l" should be "ls -l"'],
  ['ls -l', 'ls　-l', '"ls<U+3000>-l" should be "ls -l"'],
] as const)('a difference that the eye cannot see is told: %j and %j', ([right, wrong, told]) => {
  const page = (body: string) => outline(`\`\`\`bash command\n${body}\n\`\`\`\n`);
  expect(syncPage(page(right), page(wrong)).fixed[0]?.message).toContain(told);
});
