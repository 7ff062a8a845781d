import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { execaNode } from 'execa';
import { describe, expect, onTestFinished, test } from 'vitest';
import { finishInterruptedChanges } from '../../src/project/index.ts';
import { folderOf } from '../project/folders.ts';
import { confinedOnly, skipsConfined } from '../shell/bubblewrap.ts';
import { contents, projectRoot, tejun } from './tejun.ts';

/** A project in Japanese with a Korean translation that is accepted and a Chinese one by machine. */
const SITE = join(projectRoot, 'test/fixtures/translation/korean-and-chinese');
const PAGE = 'docs/course/list.mdx';
const CHINESE = 'i18n/zh-Hans/docusaurus-plugin-content-docs/current/course/list.mdx';
const PROGRAM = `import { text } from 'node:stream/consumers';
  const { texts } = JSON.parse(await text(process.stdin));
  console.log(JSON.stringify({ texts: texts.map(({ id, text }) => ({ id, text: '译文' + text.length })) }));`;
const SAYS = '---\ntitle: Say\n---\n\n```bash command\necho hello\n```\n\n```text result\nhallo\n```\n';

interface Writer {
  readonly args: readonly string[];
  /** Changes the project before the command runs. */
  prepare?(root: string): unknown;
  /** The folder in which the command works, where that is not the project. */
  readonly folder?: string;
}

const edit = (root: string, file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text.replace(from, to)).not.toBe(text);
  writeFileSync(join(root, file), text.replace(from, to));
};

/** A file for translators, in which somebody has changed a text. */
async function exported(root: string, format: string, target: string): Promise<void> {
  await tejun(['i18n', 'export', '--locale', 'ko', '--format', format, '--out', 'texts'], root);
  edit(root, 'texts', target, `${target}새 `);
}

const WRITERS: Readonly<Record<string, Writer>> = {
  'new page': { args: ['new', 'page', 'course/second'] },
  'new course': { args: ['new', 'course', 'other'] },
  init: { args: ['init', 'site'], folder: 'site' },
  import: {
    args: ['import', 'old.md', '--out', 'docs/course/imported.mdx'],
    prepare: (root) => writeFileSync(join(root, 'old.md'), '# Old\n\ntext\n'),
  },
  'import --force': {
    args: ['import', 'old.md', '--out', PAGE, '--force'],
    prepare: (root) => writeFileSync(join(root, 'old.md'), '# Old\n\ntext\n'),
  },
  'lint --fix': {
    args: ['lint', '--fix'],
    prepare: (root) => edit(root, PAGE, '   aws s3 ls', '   $ aws s3 ls'),
  },
  'doctest --update': {
    args: ['doctest', 'course/say', '--update'],
    prepare: (root) => writeFileSync(join(root, 'docs/course/say.mdx'), SAYS),
  },
  'i18n sync': {
    args: ['i18n', 'sync'],
    prepare: (root) => edit(root, PAGE, 'region = ap-northeast-1', 'region = us-east-1'),
  },
  'i18n accept': { args: ['i18n', 'accept', 'course/list', '--locale', 'zh-Hans'] },
  'i18n new': { args: ['i18n', 'new', 'de', '--label', 'Deutsch'] },
  'i18n mv': { args: ['i18n', 'mv', 'course/list', 'course/renamed'] },
  'i18n fill': {
    args: ['i18n', 'fill', '--locale', 'zh-Hans', '--with', 'node translate.mjs'],
    prepare: (root) => {
      rmSync(join(root, CHINESE));
      writeFileSync(join(root, 'translate.mjs'), PROGRAM);
    },
  },
  'i18n import (XLIFF)': {
    args: ['i18n', 'import', 'texts'],
    prepare: (root) => exported(root, 'xliff', '<target>'),
  },
  'i18n import (PO)': {
    args: ['i18n', 'import', 'texts'],
    prepare: (root) => exported(root, 'po', 'msgstr "버킷'),
  },
};

async function prepared({ prepare }: Writer): Promise<string> {
  const files = Object.entries(contents(SITE)).map(([path, text]) => [relative(SITE, path), text]);
  const root = folderOf(Object.fromEntries(files));
  await prepare?.(root);
  return root;
}

/** Texts of the project: what no command reads is left out, and what may be made again. */
const contentOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(contents(root))
      .map(([path, text]) => [relative(root, path), text] as const)
      .filter(([path]) => !/(?:^|\/)\.tejun-update\/|\.unfinished$|^node_modules\//.test(path)),
  );

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-writers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.each(Object.entries(WRITERS))('tejun %s', (_, writer) => {
  test('killed at any point leaves all files old or all new', async () => {
    const root = await prepared(writer);
    const before = contentOf(root);
    const states = temporary();
    const { all } = await execaNode(join(projectRoot, 'bin/tejun.js'), writer.args, {
      cwd: root,
      nodeOptions: ['--import', join(projectRoot, 'test/cli/copy-states.js')],
      env: { TEJUN_STATES: states, CI: undefined },
      reject: false,
      all: true,
    });
    const after = contentOf(root);
    expect(after, all).not.toEqual(before);
    const copies = readdirSync(states).filter((name) => name !== 'first');
    expect(copies.length).toBeGreaterThan(8);
    for (const copy of copies) {
      const state = join(states, copy);
      // A person who asks for the same again finishes what was begun.
      finishInterruptedChanges(join(state, writer.folder ?? ''), newFiles(before, after, writer.folder));
      expect([before, after]).toContainEqual(contentOf(state));
    }
  });

  test.skipIf(skipsConfined)(confinedOnly('on a full disk leaves all files old or all new'), async () => {
    const root = await prepared(writer);
    const before = contentOf(root);
    const out = temporary();
    spawnOnFullDisks(root, out, writer.args);
    const ends = LEFT.map((left) => ({
      state: contentOf(join(out, String(left))),
      code: readFileSync(join(out, `${left}.code`), 'utf8').trim(),
      said: readFileSync(join(out, `${left}.said`), 'utf8'),
    }));
    const after = ends.at(-1)?.state;
    expect(after).not.toEqual(before);
    expect(ends[0]).toMatchObject({ state: before, code: '2', said: expect.stringContaining('ENOSPC') });
    for (const { state } of ends) expect([before, after]).toContainEqual(state);
  });
});

const newFiles = (before: object, after: object, folder = ''): string[] =>
  Object.keys(after)
    .filter((file) => !Object.hasOwn(before, file))
    .map((file) => relative(folder, file));

/** KiB that are left on the disk, in the last run enough for all. */
const LEFT = [0, 4, 12, 24, 1024];

/** Runs a command in copies of a project on a disk that has so much left. Brings back the copies, and what was said. */
function spawnOnFullDisks(root: string, out: string, args: readonly string[]): void {
  const script = `
    project=$1 out=$2; shift 2
    for left in ${LEFT.join(' ')}; do
      cp -r "$project" /mnt/project
      head -c 1G /dev/zero > /mnt/filler 2>/dev/null
      truncate -s -"$left"K /mnt/filler
      (cd /mnt/project && "$@" > "$out/$left.said" 2>&1; echo $? > "$out/$left.code")
      rm /mnt/filler
      cp -r /mnt/project "$out/$left" && rm -r /mnt/project
    done`;
  const disk = ['--dev-bind', '/', '/', '--size', String(4 * 1024 * 1024), '--tmpfs', '/mnt', '--chdir', '/'];
  const command = [process.execPath, join(projectRoot, 'bin/tejun.js'), ...args];
  const { status, stderr } = spawnSync(
    'bwrap',
    [...disk, 'bash', '-c', script, 'full', root, out, ...command],
    {
      encoding: 'utf8',
      env: { ...process.env, CI: undefined, LC_ALL: 'C' },
    },
  );
  expect([status, stderr]).toEqual([0, '']);
}
