import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../cli/tejun.ts';

/** Holds `node_modules` with the packed package and the packages that it declares; the projects lie beside it. */
const base = realpathSync(mkdtempSync(join(tmpdir(), 'tejun-package-')));
afterAll(() => rmSync(base, { recursive: true, force: true }));

beforeAll(async () => {
  await execa('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', base], {
    cwd: projectRoot,
  });
  const { version, dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  mkdirSync(join(base, 'node_modules/tejun'), { recursive: true });
  // Node.js looks for the nearest package.json, in /tmp as well: one there by that name would stand for the package.
  writeFileSync(join(base, 'package.json'), '{ "private": true }');
  const archive = join(base, `tejun-${version}.tgz`);
  await execa('tar', ['-xzf', archive, '-C', join(base, 'node_modules/tejun'), '--strip-components=1']);
  link(Object.keys(dependencies));
}, 300_000);

function link(packages: readonly string[]): void {
  for (const name of packages) {
    const place = join(base, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(projectRoot, 'node_modules', name), place);
  }
}

/** Writes a project beside the package. */
function project(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(base, name);
  mkdirSync(root);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return root;
}

/** Runs the command line of the package, as `npx tejun` does. */
const tejun = (cwd: string, ...args: string[]) =>
  execa(process.execPath, [join(base, 'node_modules/tejun/bin/tejun.js'), ...args], {
    cwd,
    reject: false,
    env: { NO_COLOR: '1', FORCE_COLOR: undefined, CI: undefined, LANG: 'C', LC_ALL: undefined },
  });

const ACCOUNT = "id: '123456789012'\nusers: [{ name: alice, accessKeys: 1 }]\n";
const PAGE = `# Who am I?

\`\`\`bash command
aws sts get-caller-identity --query Arn --output text
\`\`\`

\`\`\`text result
arn:aws:iam::123456789012:user/alice
\`\`\`
`;

test('the pages of any project are run, with nothing of the site installed', async () => {
  const root = project('pages', {
    'README.md': PAGE,
    '_account.yaml': ACCOUNT,
    'docs/first/who.mdx': PAGE,
    'docs/first/again.md': PAGE,
    'docs/first/_account.yaml': ACCOUNT,
  });
  const readme = await tejun(root, 'doctest', 'README.md');
  expect(readme).toMatchObject({ exitCode: 0, stderr: '' });
  expect(readme.stdout).toContain('steps  1 passed (1 steps, 1 compared)'.replace('1 steps', '1 step'));
  const docs = await tejun(root, 'doctest');
  expect(docs).toMatchObject({ exitCode: 0, stderr: '' });
  expect(docs.stdout).toContain('pages  2 passed');
  writeFileSync(join(root, 'README.md'), PAGE.replace('user/alice', 'user/bob'));
  const wrong = await tejun(root, 'doctest', 'README.md');
  expect(wrong.exitCode).toBe(1);
  expect(wrong.stdout).toContain('README.md:8');
});

test('`tejun/remark` marks the steps of a page for any theme', async () => {
  const root = project('remark', {
    'mark.mjs': `import remarkTejun from 'tejun/remark';
      const tree = { type: 'root', children: [{ type: 'code', lang: 'bash', meta: 'command id=who', value: 'aws sts get-caller-identity',
        position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 3, column: 4, offset: 58 } } }] };
      const value = '\`\`\`bash command id=who\\naws sts get-caller-identity\\n\`\`\`\\n';
      remarkTejun({ sourceLocale: 'en' })(tree, { value, toString: () => value, cwd: '/site', path: '/site/docs/a.mdx', message() {} });
      console.log(tree.children[0].meta);`,
  });
  const { stdout, stderr } = await execa(process.execPath, ['mark.mjs'], { cwd: root, reject: false });
  expect({ stdout, stderr }).toEqual({
    stdout: 'tejun-role=command tejun-id=who tejun-number=1',
    stderr: '',
  });
});

test('`tejun init` begins a bilingual site, which passes its checks and is built with steps and practice', async () => {
  const begun = await tejun(base, 'init', 'site');
  expect(begun).toMatchObject({ exitCode: 0, stderr: '' });
  const root = join(base, 'site');
  const { tejun: _, ...others } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies;
  link(Object.keys(others));
  expect(await tejun(root, 'doctest')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await tejun(root, 'i18n', 'check')).toMatchObject({ exitCode: 0 });
  expect((await tejun(base, 'init', 'site')).stderr).toContain('package.json exists already');
  cpSync(join(projectRoot, 'test/fixtures/recording/ecr'), root, { recursive: true });
  const docusaurus = join(base, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  const { exitCode, all } = await execa(process.execPath, [docusaurus, 'build'], {
    cwd: root,
    reject: false,
    all: true,
  });
  expect(exitCode, all).toBe(0);
  const page = (locale: string) =>
    readFileSync(join(root, 'build', locale, 'first-course/first-page/index.html'), 'utf8');
  expect(page('')).toMatch(/<figure[^>]*data-role="?command/);
  expect(page('')).toContain('Command:');
  expect(page('')).toContain('data-practice-bar');
  expect(page('ja')).toContain('コマンド:');
  const recorded = (locale: string) =>
    readFileSync(join(root, 'build', locale, 'ecr/repository/index.html'), 'utf8').replaceAll('<!-- -->', '');
  expect(recorded('')).toMatch(
    /answers of an emulator \(not of AWS\), recorded on <time[^>]*>2026-11-30<\/time> with AWS CLI 2\.9\.19/,
  );
  expect(recorded('ja')).toContain('でエミュレータ(AWSではありません)から記録した応答を表示します。');
  const chunks = readdirSync(join(root, 'build/assets/js')).filter((name) =>
    name.startsWith('practice-ecr.'),
  );
  const [chunk = ''] = chunks.map((name) => readFileSync(join(root, 'build/assets/js', name), 'utf8'));
  expect(chunk).toContain('endedAt');
}, 600_000);
