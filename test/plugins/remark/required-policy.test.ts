import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { expect, test } from 'vitest';
import requiredPolicy from '../../../plugins/remark/required-policy.ts';
import { folderOf } from '../../project/folders.ts';

const POLICY = '{ "Action": "s3:ListBucket" }\n';
const OVERVIEW = '## Needs {/* #requirements */}\n\nA shell.\n\n## Pages {/* #pages */}\n';

async function shown(path: string, text = OVERVIEW): Promise<string> {
  const root = folderOf({ 'docs/c/_policy.json': POLICY });
  const file = { value: text, path: `${root}/${path}`, cwd: root };
  return String(await remark().use(remarkMdx).use(requiredPolicy).process(file));
}

test('the policy stands at the end of the requirements, in the language of the page', async () => {
  const page = await shown('i18n/en/docusaurus-plugin-content-docs/current/c/index.mdx');
  expect(page).toMatch(
    /A shell\.\n\n<details>\n[\s\S]*Permissions that this course needs[\s\S]*<\/details>\n\n## Pages/,
  );
  expect(page).toContain('"s3:ListBucket"');
  expect(await shown('docs/c/index.mdx')).toContain('このハンズオンに必要な権限');
});

test('requirements at the end of a page have it too', async () => {
  expect(await shown('docs/c/index.mdx', '## Needs {/* #requirements */}\n\nA shell.\n')).toMatch(
    /<\/details>\n$/,
  );
});

test.each([
  ['a page of the course', 'docs/c/page.mdx', OVERVIEW],
  ['an overview without requirements', 'docs/c/index.mdx', '## Pages {/* #pages */}\n'],
  ['a course that needs none', 'docs/d/index.mdx', OVERVIEW],
])('%s stays as it is', async (_, path, text) => {
  expect(await shown(path, text)).toBe(text);
});
