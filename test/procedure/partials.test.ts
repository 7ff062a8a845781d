import { expect, test } from 'vitest';
import { includePartials, readPage } from '../../src/procedure/index.ts';

const identity = { id: 'c/page', file: 'docs/c/page.mdx', locale: 'en' };
const STEP = '```bash command\necho hello\n```\n\n```text result\nhello\n```';
const USING = "import Part from './_part.mdx';\n\n";

const included = (page: string, files: Readonly<Record<string, string>>) =>
  includePartials(page, identity.file, (file) => files[file]);

/** Steps and problems of a page: `file:line` of each. */
function read(page: string, files: Readonly<Record<string, string>>) {
  const { text, problems } = included(page, files);
  const { page: found, problems: others } = readPage(text, identity);
  return {
    steps: found?.steps.map(({ id, file, span }) => `${file ?? 'page'}:${span.start.line} ${id}`),
    partials: found?.partials,
    problems: [...problems, ...others].map(
      ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
    ),
  };
}

const own = (line: string) => `${USING}Before.\n\n${line}\n\n\`\`\`bash command\necho own\n\`\`\`\n`;

test('the steps of a partial are steps of the page, at their own places', () => {
  const part = `---\na: b\n---\n\n## Heading\n\n${STEP}`;
  expect(read(own('<Part />'), { 'docs/c/_part.mdx': part })).toEqual({
    steps: ['docs/c/_part.mdx:7 step-1', 'page:7 step-2'],
    partials: ['docs/c/_part.mdx'],
    problems: [],
  });
});

test('a partial in a list, and one within another', () => {
  const files = {
    'docs/c/_part.mdx': `import Inner from '@site/docs/shared/_inner.mdx';\n\nOuter.\n\n<Inner />\n\n<Elapse duration="1m" />`,
    'docs/shared/_inner.mdx': `\n${STEP}`,
  };
  expect(read(own('1. In a list\n\n   <Part />\n'), files)).toEqual({
    steps: ['docs/shared/_inner.mdx:2 step-1', 'docs/c/_part.mdx:7 step-2', 'page:10 step-3'],
    partials: ['docs/c/_part.mdx', 'docs/shared/_inner.mdx'],
    problems: [],
  });
});

test('what is wrong in a partial is told at its place, also where it is indented', () => {
  const part = STEP.replace('command', 'comand');
  expect(read(own('- <b>x</b>\n\n  <Part />'), { 'docs/c/_part.mdx': part }).problems).toEqual([]);
  expect(read(own('- x\n\n  <Part />'), { 'docs/c/_part.mdx': `${part}\n\n${STEP}` }).problems).toEqual([
    'docs/c/_part.mdx:1:9 unknown-role',
  ]);
});

test.each([
  ['<Part name="x" />', 'docs/c/page.mdx:5:1 partial-not-alone'],
  ['Text <Part />', 'docs/c/page.mdx:5:6 partial-not-alone'],
])('%s does not stand alone', (line, problem) => {
  expect(read(own(line), { 'docs/c/_part.mdx': STEP }).problems).toEqual([problem]);
});

test('a partial that is imported and not shown is no part of the page', () => {
  expect(read(own('No part.'), { 'docs/c/_part.mdx': STEP })).toMatchObject({
    steps: ['page:7 step-1'],
    problems: [],
  });
  expect(included(own('No part.'), { 'docs/c/_part.mdx': STEP }).partials).toEqual([]);
});

test('a file that is missing, and one that would stand within itself', () => {
  expect(read(own('<Part />'), {}).problems).toEqual(['docs/c/page.mdx:1:1 missing-partial']);
  const files = { 'docs/c/_part.mdx': `import Part from './_part.mdx';\n\n${STEP}\n` };
  expect(read(own('<Part />'), files).problems).toEqual(['docs/c/_part.mdx:1:1 partial-cycle']);
});

test('imports of a partial move to those of the page, once', () => {
  const part = `import Tabs from '@theme/Tabs';\nimport {\n  a,\n} from './a';\n\n${STEP}\n\n\`\`\`js file=a.mjs\nimport x from 'y';\n\`\`\``;
  const page = `import Tabs from '@theme/Tabs';\n${own('<Part />')}`;
  const [first, second, ...rest] = included(page, { 'docs/c/_part.mdx': part }).text.split('\n');
  expect([first, second]).toEqual(["import Tabs from '@theme/Tabs';", "import { a, } from './a';"]);
  expect(rest.filter((line) => line.startsWith('import'))).toEqual(["import x from 'y';"]);
});

test.each([
  ['a partial without steps', own('<Part />'), '## Words\n\n```bash\nls\n```'],
  ['an import that is shown as an example', `\`\`\`mdx\n${USING}<Part />\n\`\`\`\n`, STEP],
])('%s stays as it is', (_, page, part) => {
  expect(included(page, { 'docs/c/_part.mdx': part })).toEqual({ text: page, partials: [], problems: [] });
});
