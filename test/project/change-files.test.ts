import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeFiles, finishInterruptedChanges } from '../../src/project/index.ts';
import { folderOf } from './folders.ts';

const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

describe('changeFiles', () => {
  test('changes files, makes new ones with their folders, and leaves nothing else', () => {
    const root = folderOf({ 'docs/a.mdx': 'old' });
    changeFiles(root, [
      { file: 'docs/a.mdx', before: 'old', after: 'new' },
      { file: 'i18n/en/b.mdx', after: 'made' },
    ]);
    expect([read(root, 'docs/a.mdx'), read(root, 'i18n/en/b.mdx')]).toEqual(['new', 'made']);
    expect(readdirSync(root).sort()).toEqual(['docs', 'i18n']);
  });

  test.for([
    [
      'one was changed since it was read',
      { file: 'docs/b.mdx', before: 'other', after: 'new' },
      /in the meantime/,
    ],
    ['a new one exists already', { file: 'docs/b.mdx', after: 'new' }, /exists already/],
    ['the folder of one is a file', { file: 'docs/b.mdx/c.mdx', after: 'new' }, /Nothing was written/],
    ['one is a link out of the project', { file: 'docs/link.mdx', before: 'old', after: 'new' }, /leads out/],
    ['one is in a folder out of the project', { file: 'linked/new.mdx', after: 'new' }, /leads out/],
  ] as const)('changes none where %s', ([, change, message]) => {
    const outside = folderOf({ 'page.mdx': 'old' });
    const root = folderOf({ 'docs/a.mdx': 'old', 'docs/b.mdx': 'old' });
    symlinkSync(join(outside, 'page.mdx'), join(root, 'docs/link.mdx'));
    symlinkSync(outside, join(root, 'linked'));
    const changes = [{ file: 'docs/a.mdx', before: 'old', after: 'new' }, change];
    expect(() => changeFiles(root, changes)).toThrow(message);
    expect([read(root, 'docs/a.mdx'), read(outside, 'page.mdx')]).toEqual(['old', 'old']);
    expect(readdirSync(outside)).toEqual(['page.mdx']);
    expect(existsSync(join(root, '.tejun-update'))).toBe(false);
  });

  test('writes through a link within the project, and keeps the link', () => {
    const root = folderOf({ 'docs/page.mdx': 'old' });
    symlinkSync('page.mdx', join(root, 'docs/link.mdx'));
    changeFiles(root, [{ file: 'docs/link.mdx', before: 'old', after: 'new' }]);
    expect(read(root, 'docs/page.mdx')).toBe('new');
  });

  test('finishes what a killed command has decided before it writes itself', () => {
    const root = folderOf();
    staged(root, true);
    changeFiles(root, [{ file: 'docs/b.mdx', before: 'new', after: 'newer' }]);
    expect(read(root, 'docs/b.mdx')).toBe('newer');
  });
});

/** State that a command leaves behind when it is killed between two renames, or before the first one. */
function staged(root: string, isCommitted: boolean, owner = 99_999_999): string {
  const folder = join(root, '.tejun-update');
  mkdirSync(folder);
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(folder, 'owner'), String(owner));
  writeFileSync(join(folder, '1'), 'new');
  const list = [
    { target: 'docs/a.mdx', staged: '0' }, // done already
    { target: 'docs/b.mdx', staged: '1' },
  ];
  writeFileSync(join(root, 'docs/a.mdx'), 'new');
  writeFileSync(join(root, 'docs/b.mdx'), 'old');
  writeFileSync(join(folder, isCommitted ? 'commit.json' : 'commit.json.unfinished'), JSON.stringify(list));
  return folder;
}

describe('a command that was killed while it wrote', () => {
  test.each([
    ['is finished by the next one', true, 'new'],
    ['is forgotten where it had not come to writing', false, 'old'],
  ])('%s', (_, isCommitted, text) => {
    const root = folderOf();
    const folder = staged(root, isCommitted);
    expect(finishInterruptedChanges(root)).toEqual(isCommitted ? ['docs/b.mdx'] : []);
    expect([read(root, 'docs/b.mdx'), existsSync(folder)]).toEqual([text, false]);
  });

  test.each([
    ['outside of the project', '../elsewhere.mdx', '0'],
    ['an absolute path', '/tmp/elsewhere.mdx', '0'],
    ['through a link', 'docs/link.json', '0'],
    ['no content', 'package.json', '0'],
    ['hidden files', 'docs/../.git/x.json', '0'],
    ['from elsewhere', 'docs/a.mdx', '../a.mdx'],
  ])('is not believed where it would write %s', (_, target, from) => {
    const root = folderOf();
    const folder = staged(root, true);
    symlinkSync('/etc/hostname', join(root, 'docs/link.json'));
    writeFileSync(join(folder, 'commit.json'), JSON.stringify([{ target, staged: from }]));
    expect(() => finishInterruptedChanges(root)).toThrow(/no content of this project. Nothing was written/);
  });

  test('is left alone while it still runs', () => {
    const root = folderOf();
    const folder = staged(root, true, process.ppid);
    expect(finishInterruptedChanges(root)).toEqual([]);
    expect([read(root, 'docs/b.mdx'), existsSync(folder)]).toEqual(['old', true]);
  });

  test('is not looked for behind a link, from where files would be moved here', () => {
    const [root, elsewhere] = [folderOf(), folderOf()];
    staged(elsewhere, true);
    symlinkSync(join(elsewhere, '.tejun-update'), join(root, '.tejun-update'));
    expect(finishInterruptedChanges(root)).toEqual([]);
    changeFiles(root, [{ file: 'docs/new.mdx', after: 'new' }]);
    expect(read(root, 'docs/new.mdx')).toBe('new');
    expect(readdirSync(join(elsewhere, '.tejun-update')).sort()).toEqual(['1', 'commit.json', 'owner']);
  });
});
