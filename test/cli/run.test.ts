import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { expect, test } from 'vitest';
import { folderOf } from '../project/folders.ts';
import { projectRoot } from './tejun.ts';

const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, '```', ''].join('\n');

const project = () =>
  folderOf({
    'docs/c/_account.yaml': "id: '123456789012'\nusers: [{ name: alice, accessKeys: 1 }]\n",
    'docs/c/first.mdx': `---\ntitle: First\n---\n\n${fence('bash env', 'export GREETING=hello')}`,
    'docs/c/second.mdx': [
      '---\ntitle: Second\ntejun:\n  requires: [c/first]\n  variables: { NAME: { default: world } }\n---\n',
      '## Say it {/* #say */}\n',
      fence('bash setup', 'touch prepared'),
      fence('bash command', 'echo "$GREETING, world"; ls'),
      fence('text result', 'hello, world', 'prepared'),
      '## Say more {/* #more */}\n',
      fence('bash command', "printf 'a\\033[31mb\\n'"),
      fence('text result', 'c'),
      fence('bash command', 'echo end'),
      fence('bash cleanup', 'echo "cleaned up" >&2; false'),
    ].join('\n'),
  });

const run = (input: string, ...args: string[]) =>
  execaNode(join(projectRoot, 'bin/tejun.js'), ['run', 'second', ...args], {
    cwd: project(),
    input,
    reject: false,
    env: { NO_COLOR: '1', FORCE_COLOR: undefined },
  });

test('a page is gone through step by step, after the pages that it requires', async () => {
  const { stdout, stderr, exitCode } = await run('\na\nq\n', '--var', 'NAME=moon');
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
  expect(stdout).toContain('Running first: c/first\n\n# Second\n\n## Say it\n\n[1/3]');
  expect(stdout).toContain('hello, moon\nprepared\n✓ as the page shows');
  // After a failure it asks again, and control characters steer nobody's terminal.
  expect(stdout).toContain('a␛[31mb\nFAIL  docs/c/second.mdx:30  step-3, command');
  expect(stdout).not.toContain('\nend');
  expect(stdout).toMatch(/2 passed, 2 failed, 1 not run$/);
});

test('the end of the answers ends the run, and clean-up runs', async () => {
  const { stdout, exitCode } = await run('');
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/1 passed, 1 failed, 3 not run$/);
});

test('a page that cannot be read stops neither the walk through another nor its script', async () => {
  const root = project();
  writeFileSync(join(root, 'docs/c/broken.mdx'), fence('bash comand', 'ls'));
  for (const [command, shown] of [
    ['run', '1 passed, 1 failed, 3 not run'],
    ['script', 'All steps passed.'],
  ] as const) {
    const { stdout } = await execaNode(join(projectRoot, 'bin/tejun.js'), [command, 'second'], {
      cwd: root,
      input: '',
      reject: false,
    });
    expect(stdout).toContain(shown);
  }
  const { stderr, exitCode } = await execaNode(join(projectRoot, 'bin/tejun.js'), ['script', 'broken'], {
    cwd: root,
    reject: false,
  });
  expect({ stderr, exitCode }).toEqual({ stderr: expect.stringContaining('broken.mdx:1:9'), exitCode: 2 });
});
