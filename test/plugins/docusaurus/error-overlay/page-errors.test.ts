import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pageErrors } from '../../../../plugins/docusaurus/error-overlay/page-errors.ts';

/** Returns the message about a failure of the page with this text. */
function told(text: string, folder = 'docs') {
  const root = mkdtempSync(join(tmpdir(), 'tejun-told-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, folder));
  const file = join(root, folder, 'page.mdx');
  writeFileSync(file, text);
  const failure = new Error(
    `Module build failed:\nError: MDX compilation failed for file "${file}"\nCause: ...`,
  );
  return { failure, errors: pageErrors(failure, root, 'ja') };
}

test('each problem of a page is an error of its own, without a stack', () => {
  const { errors } = told('```bash comand\ntrue\n```\n\n```text reslut\n```\n');
  expect(errors.map(({ message }) => message)).toEqual([
    'docs/page.mdx:1:9  The role "comand" is not known.\n    Did you mean "command"?',
    'docs/page.mdx:5:9  The role "reslut" is not known.\n    Did you mean "result"?',
  ]);
  expect(errors.map(({ stack }) => stack)).toEqual([undefined, undefined]);
});

test('what is not MDX is told with its fix', () => {
  const [error] = told('A paragraph.\n\n<Elapse duration="1m">\n').errors;
  expect(error?.message).toMatch(/^docs\/page\.mdx:3:1 {2}.*\n {4}\S/);
});

test.each([
  ['a page that is right', 'Text.\n', 'docs'],
  ['a file that is none of the pages', '```bash comand\n```\n', 'src'],
])('an error of %s stays as it is', (_case, text, folder) => {
  const { failure, errors } = told(text, folder);
  expect(errors).toEqual([failure]);
});

test('an error of something else stays as it is', () => {
  const error = new Error('Module not found');
  expect(pageErrors(error, '/nowhere', 'ja')).toEqual([error]);
});
