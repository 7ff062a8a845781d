import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import remarkTejun from '../../../plugins/remark/index.ts';
import { folderOf } from '../../project/folders.ts';

const PAGE = "import Part from './_part.mdx';\n\n<Part />\n\n```bash command\necho own\n```\n";
const PART = '## Account {/* #account */}\n\n```bash command\naws sts get-caller-identity\n```\n';

/** The page as MDX after the plugin, in a project with these files. */
function run(page: string, files: Readonly<Record<string, string>>): string {
  const siteDir = folderOf({ 'docs/c/page.mdx': page, ...files });
  const processor = remark().use(remarkMdx).use(remarkTejun, { siteDir });
  return String(processor.processSync(new VFile({ value: page, path: `${siteDir}/docs/c/page.mdx` })));
}

test('steps of a partial are steps of the page, in the order in which they are shown', () => {
  const output = run(PAGE, { 'docs/c/_part.mdx': PART });
  expect(output.match(/^```bash.*\n.*$/gm)).toEqual([
    expect.stringMatching(/step-1\b.*\naws sts get-caller-identity$/),
    expect.stringMatching(/step-2\b.*\necho own$/),
  ]);
  expect(output).toContain('## Account');
  expect(output).not.toContain('<Part />');
});

test('a partial of prose is left to the bundler', () => {
  expect(run(PAGE, { 'docs/c/_part.mdx': 'Prose.\n' })).toContain('<Part />');
});

test.each([
  ['a partial that is missing', PAGE, {}, 'docs/c/page.mdx:1:1  There is no file docs/c/_part.mdx.'],
  [
    'one that would stand within itself',
    PAGE,
    { 'docs/c/_part.mdx': `import Part from './_part.mdx';\n\n${PART}\n<Part />\n` },
    'docs/c/_part.mdx:1:1  docs/c/_part.mdx would stand within itself.',
  ],
  [
    'one that does not stand alone',
    PAGE.replace('<Part />', 'See <Part />'),
    { 'docs/c/_part.mdx': PART },
    'docs/c/page.mdx:3:5  <Part> holds steps, and does not stand alone.',
  ],
  [
    'a mistake in it, in its own line',
    PAGE,
    { 'docs/c/_part.mdx': `${PART}\n\`\`\`bash comand\nls\n\`\`\`\n` },
    'docs/c/_part.mdx:7:9  The role "comand" is not known.',
  ],
])('%s fails the build with its place', (_, page, files, told) => {
  expect(() => run(page, files)).toThrow(told);
});
