import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  COPYRIGHTS,
  noticesText,
  owningFolder,
} from '../../../../plugins/docusaurus/third-party-licenses/notices-text.ts';
import { folderOf } from '../../../project/folders.ts';

test.each([
  ['/p/node_modules/react/index.js', '/p/node_modules/react'],
  ['/p/node_modules/@a/b/dist/x.js', '/p/node_modules/@a/b'],
  ['/p/node_modules/a/node_modules/b/x.js', '/p/node_modules/a/node_modules/b'],
  ['/p/src/x.ts', undefined],
])('%s belongs to %s', (file, folder) => {
  expect(owningFolder(file)).toBe(folder);
});

const packageJson = (name: string, license: unknown) =>
  JSON.stringify({ name, version: '1.0.0', ...(license as object) });

test('packages are listed by name, each once, with the texts of their licences', () => {
  const root = folderOf({
    'b/package.json': packageJson('b', { license: 'MIT' }),
    'b/LICENSE': 'text of b\r\n',
    'b/LICENSE.md': 'text of b',
    'again/package.json': packageJson('b', { license: 'MIT' }),
    'a/package.json': packageJson('a', { licenses: [{ type: 'BSD' }] }),
    'a/NOTICE.txt': 'notice of a',
    'c/package.json': packageJson('c', {}),
  });
  const sections = noticesText(['b', 'again', 'a', 'c'].map((name) => join(root, name))).split(/\n\n-+\n/);
  expect(sections.slice(1).map((text) => text.trimEnd())).toEqual([
    'a 1.0.0 (BSD)\n\nnotice of a',
    'b 1.0.0 (MIT)\n\ntext of b',
    'c 1.0.0 (not stated)',
  ]);
});

test('what was taken from elsewhere stands before the packages', () => {
  const root = folderOf({ 'a/package.json': packageJson('a', { license: 'MIT' }) });
  const text = noticesText([join(root, 'a')], { 'Texts of X (Apache-2.0)': 'Copyright X\n' });
  expect(text.split(/\n\n-+\n/).slice(1)).toEqual([
    'Texts of X (Apache-2.0)\n\nCopyright X',
    'a 1.0.0 (MIT)\n',
  ]);
});

test.each(Object.entries(COPYRIGHTS))(
  '%s has no text of its licence, and is given one',
  (name, copyright) => {
    const folder = join('node_modules', name);
    expect(readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying)/i.test(file))).toEqual([]);
    const text = noticesText([folder]);
    expect(text).toContain(`(MIT)\n\nMIT License\n\n${copyright}\n\nPermission is hereby granted`);
  },
);
