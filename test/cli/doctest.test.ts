import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { gitIn } from '../git.ts';
import { doctestFixtures, tejun } from './tejun.ts';

/** A project of its own with pages of these scripts; `requires` names other pages of it. */
function project(
  pages: Readonly<Record<string, { readonly steps: readonly string[]; readonly requires?: string }>>,
) {
  const root = mkdtempSync(join(tmpdir(), 'tejun-engine-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(
    join(doctestFixtures, 'passing/project/docs/course/_account.yaml'),
    join(root, 'docs/course/_account.yaml'),
    {
      recursive: true,
    },
  );
  const file = (name: string) => join(root, `docs/course/${name}.mdx`);
  for (const [name, { steps, requires }] of Object.entries(pages)) {
    const head = requires ? `tejun:\n  requires: [course/${requires}]\n` : '';
    writeFileSync(file(name), `---\ntitle: ${name}\n${head}---\n\n${steps.join('\n\n')}\n`);
  }
  return { root, file, run: (...args: string[]) => tejun(['doctest', '--root', root, ...args], root) };
}

const step = (script: string, attributes = ''): string =>
  `\`\`\`bash command${attributes}\n${script}\n\`\`\``;
const broken = { steps: [`\`\`\`bash comand\ntrue\n\`\`\``] };

describe('reports', () => {
  const page = { good: { steps: [step('true'), step('false')] } };

  test('several at once: text on stdout, documents in files', async () => {
    const { root, run } = project(page);
    const { stdout, exitCode } = await run(
      '--output-file',
      'junit=out/j.xml',
      '--output-file',
      'html=h.html',
      '--output-file',
      'tap=t.tap',
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain('steps  1 passed, 1 failed');
    const read = (name: string) => readFileSync(join(root, name), 'utf8');
    expect(read('out/j.xml')).toMatch(/<testsuite name="ja course\/good"[^>]* tests="2"[^>]* failures="1"/);
    expect(read('out/j.xml')).toContain('docs/course/good.mdx:9');
    expect(read('h.html')).toContain('The step failed with exit code 1.');
    expect(read('h.html')).not.toMatch(/<(script|link)|https?:/);
    expect(read('t.tap')).toMatch(
      /^TAP version 14\n1\.\.1\n# Subtest: ja course\/good\n {4}1\.\.2\n {4}# 2 steps, 0 compared\n {4}ok 1/,
    );
    expect(read('t.tap')).toContain('not ok 1 - ja course/good');
  });

  test('two documents cannot share stdout', async () => {
    const { stdout, stderr, exitCode } = await project(page).run('--reporter', 'json', '--reporter', 'tap');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toContain('json and tap would both write to stdout');
  });

  test.each([
    ['json', /"problems": \[\s*\{\s*"file": "docs\/course\/bad\.mdx",\s*"line": 5/],
    ['junit', /<testcase name="docs\/course\/bad\.mdx can be read \(line 5\)"[^>]*>\s*<failure/],
    ['tap', /not ok 1 - docs\/course\/bad\.mdx:5/],
    ['html', /<pre class="failed">docs\/course\/bad\.mdx:5/],
    ['github', /^::error file=.*docs\/course\/bad\.mdx,line=5,col=/m],
  ])('%s holds the problems of pages that cannot be read', async (reporter, expected) => {
    const { stdout, stderr, exitCode } = await project({ bad: broken }).run('--reporter', reporter);
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(expected);
    expect(stderr).toContain('docs/course/bad.mdx:5');
  });
});

test('--bail begins no page after a failure, and says so of each step', async () => {
  const { run } = project({ a: { steps: [step('false')] }, b: { steps: [step('true')] } });
  const { stdout, exitCode } = await run('--bail');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('--bail: it was not run after a page had failed');
  expect(stdout).toContain('steps  0 passed, 1 failed, 1 skipped');
});

test('--retry runs a failed page again, and a page that then fails has failed', async () => {
  const { stdout, exitCode } = await project({ a: { steps: [step('false')] } }).run('--retry', '2');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('retried  failed at each of 3 attempts, first by docs/course/a.mdx:5');
});

test('--changed runs what differs from a revision, and what requires it', async () => {
  const { root, file, run } = project({
    first: { steps: [step('true')] },
    second: { steps: [step('true')], requires: 'first' },
    other: { steps: [step('true')] },
  });
  const git = gitIn(root);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'pages');
  expect((await run('--changed')).stderr).toContain('No page differs from HEAD');
  writeFileSync(file('first'), readFileSync(file('first'), 'utf8').replace('true', 'echo'));
  const { stdout } = await run('--changed');
  expect(stdout).toContain('course/first');
  expect(stdout).toContain('course/second');
  expect(stdout).not.toContain('course/other');
  expect(await run('--changed', 'nothing')).toMatchObject({ exitCode: 2, stdout: '' });
});

test('--timings names the slowest steps', async () => {
  const { stdout } = await project({ a: { steps: [step('true'), step('sleep 0.2')] } }).run('--timings');
  expect(stdout).toMatch(/slowest steps\n +\d+\.\d ms {2}docs\/course\/a\.mdx:\d+ step-\d {2}/);
});

test('nothing of Vitest, Vite or a transpiler is loaded', async () => {
  const { root } = project({ a: { steps: [step('true')] } });
  const hook = join(root, 'hook.mjs');
  writeFileSync(
    hook,
    `import { registerHooks, register } from 'node:module';
     const source = \`export async function load(url, context, next) {
       process.stderr.write('loaded ' + url + '\\\\n');
       return next(url, context);
     }\`;
     register('data:text/javascript,' + encodeURIComponent(source));`.replace('registerHooks, ', ''),
  );
  const { stderr, exitCode } = await tejun(['doctest', '--root', root], root, {
    NODE_OPTIONS: `--import=${hook}`,
  });
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/loaded file:.*dist\/cli\/tejun-/);
  expect(stderr).not.toMatch(/node_modules\/(vitest|vite|@vitest|tsx|esbuild|rolldown)\//);
});
