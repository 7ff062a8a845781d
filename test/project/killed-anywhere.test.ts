import fs, { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { changeFiles, createFile, finishInterruptedChanges, replaceFile } from '../../src/project/index.ts';

const CHANGING = [
  'mkdirSync',
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'rmSync',
] as const;
type AnyFunction = (...given: unknown[]) => unknown;

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Copies of a folder as a kill would leave it: before and after every call that changes the disk, and within a write. */
function statesDuring(root: string, task: () => void): string[] {
  const copies = temporary();
  const states: string[] = [];
  let isCopying = false;
  const copy = () => {
    if (isCopying) return;
    isCopying = true;
    const state = join(copies, String(states.length));
    cpSync(root, state, { recursive: true });
    // The process that wrote is gone.
    const owner = join(state, '.tejun-update/owner');
    if (existsSync(owner)) real.writeFileSync(owner, '99999999');
    states.push(state);
    isCopying = false;
  };
  // Node.js takes the functions for copying when it copies first: they must be its own.
  cpSync(root, join(copies, 'first'), { recursive: true });
  const real = { ...fs };
  const changed = fs as unknown as Record<string, AnyFunction>;
  for (const name of CHANGING) {
    const original = real[name] as AnyFunction;
    changed[name] = (...given) => {
      copy();
      const [to, content, ...more] = given;
      if (name === 'writeFileSync' && typeof to === 'number' && typeof content === 'string' && !isCopying) {
        const half = Math.floor(content.length / 2);
        original(to, content.slice(0, half), ...more);
        copy();
        original(to, content.slice(half), ...more);
      } else {
        const result = original(...given);
        copy();
        return result;
      }
      copy();
    };
  }
  syncBuiltinESMExports();
  try {
    task();
  } finally {
    for (const name of CHANGING) changed[name] = real[name] as AnyFunction;
    syncBuiltinESMExports();
  }
  return states;
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
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(join(root, file), text);
  return root;
};

const OLD = { 'docs/course/index.mdx': 'old overview' };

test.each<[string, (root: string) => void]>([
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
