import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { changeFiles, createFile, finishInterruptedChanges, replaceFile } from '../../src/project/index.ts';
import { copyStates } from './disk-states.js';

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Copies of a folder as a kill would leave it. */
function statesDuring(root: string, task: () => void): string[] {
  const copies = temporary();
  const end = copyStates(root, copies);
  let count = 0;
  try {
    task();
  } finally {
    count = end();
  }
  return Array.from({ length: count }, (_, state) => join(copies, String(state)));
}

/** Texts of the pages and recordings in a folder: what no command reads is left out. */
function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return Object.fromEntries(
    paths
      .filter((path) => !path.startsWith('.tejun-update') && !path.endsWith('.unfinished'))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

const project = (files: Record<string, string>): string => {
  const root = temporary();
  mkdirSync(join(root, 'docs/course'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  return root;
};

const OLD = { 'docs/course/index.mdx': 'old overview' };

test.each<[string, (root: string) => void]>([
  [
    'mv moves a page',
    (root) =>
      changeFiles(
        root,
        [{ file: 'docs/course/moved.mdx', after: 'old overview' }],
        ['docs/course/index.mdx'],
      ),
  ],
  ['import writes a page', (root) => createFile(join(root, 'docs/course/page.mdx'), 'imported')],
  ['import writes over a page', (root) => replaceFile(join(root, 'docs/course/index.mdx'), 'imported')],
  [
    'a recording is kept',
    (root) => replaceFile(join(root, 'test/recordings/course/page.json'), '{"a":1}', root),
  ],
  [
    'new, sync, accept or update change files',
    (root) =>
      changeFiles(root, [
        { file: 'docs/course/index.mdx', before: 'old overview', after: 'new overview' },
        { file: 'docs/course/page.mdx', after: 'new page' },
        { file: 'i18n/en/docusaurus-plugin-content-docs/current/course/page.mdx', after: 'translation' },
      ]),
  ],
])('a kill at any point while %s leaves all files old or all new', (_, task) => {
  const root = project(OLD);
  const states = statesDuring(root, () => task(root));
  const [before, after] = [contentOf(project(OLD)), contentOf(root)];
  expect(after).not.toEqual(before);
  expect(states.length).toBeGreaterThan(8);
  for (const state of states) {
    finishInterruptedChanges(state);
    expect([before, after]).toContainEqual(contentOf(state));
  }
  expect(contentOf(states.at(-1) as string)).toEqual(after);
});

test('a kill while a file is created never touches one that is there', () => {
  const root = project(OLD);
  const create = () => createFile(join(root, 'docs/course/index.mdx'), 'imported');
  for (const state of statesDuring(root, () => expect(create).toThrow('EEXIST')))
    expect(contentOf(state)).toEqual(OLD);
});
