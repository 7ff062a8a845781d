import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bashScriptOf } from '../../../src/authoring/script/index.ts';
import { readPage } from '../../../src/procedure/index.ts';

const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, '```', ''].join('\n');

function pageOf(...parts: string[]) {
  const { page, problems } = readPage(parts.join('\n'), { id: 'c/p', file: 'docs/c/p.mdx', locale: 'en' });
  if (!page) throw new Error(JSON.stringify(problems));
  return page;
}

/** Runs the script of a page in bash, with an `aws` that fails as AWS does. */
function run(...parts: string[]) {
  const aws =
    "aws() { echo 'An error occurred (NoSuchEntity) when calling the GetUser operation: none' >&2; return 254; }\n";
  const { status, stdout, stderr } = spawnSync('bash', ['-s'], {
    input: aws + bashScriptOf([pageOf(...parts)]),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TEJUN_NO_WAIT: '1' },
  });
  return { status, stdout, stderr };
}

test('steps share one shell, and each is checked', () => {
  const { status, stdout, stderr } = run(
    fence('bash env', "NAME='a b'"),
    fence('bash check', 'cat << END', '  # 1. NAME:"a b"', '       NAME="${NAME}"', 'END'),
    '<Elapse duration="1h" />\n',
    fence('bash command', 'echo "$NAME"'),
    fence('text result', 'a b'),
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('not waited: 3600 s');
  expect(stdout).toContain('All steps passed.');
});

test('a published AWS error is expected, by its code and operation', () => {
  const error =
    'An error occurred (NoSuchEntity) when calling the GetUser operation: The user cannot be found.';
  expect(run(fence('bash command', 'aws iam get-user'), fence('text result', error)).status).toBe(0);
  const other = error.replace('NoSuchEntity', 'AccessDenied');
  expect(run(fence('bash command', 'aws iam get-user'), fence('text result', other))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(
      'FAILED docs/c/p.mdx:1: it must fail with: An error occurred (AccessDenied)',
    ),
  });
});

test('one of several results is enough, and any other stops the script', () => {
  const error = 'An error occurred (NoSuchEntity) when calling the GetUser operation: none';
  const results = (name: string) => [
    fence('text result case="it is there"', 'alice'),
    fence('text result case="it is not"', error.replace('NoSuchEntity', name)),
  ];
  expect(run(fence('bash command', 'echo alice'), ...results('NoSuchEntity')).status).toBe(0);
  expect(run(fence('bash command', 'aws iam get-user'), ...results('NoSuchEntity')).status).toBe(0);
  expect(run(fence('bash command', 'aws iam get-user'), ...results('AccessDenied'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('exit code 254, with none of the results that the page shows'),
  });
});

test.for([
  [
    'another exit code',
    [fence('bash command', 'exit_code() { return 3; }; exit_code')],
    'exit code 3 instead of 0',
  ],
  ['an env step that prints', [fence('bash env', 'echo loud')], 'it must print nothing'],
  [
    'a variable with another value',
    [fence('bash check', 'cat << END', '  # NAME:"x"', '    NAME="y"', 'END')],
    'a variable has another value',
  ],
  [
    'a text that is not printed',
    [fence('bash command shows="abc"', 'echo ab')],
    'the output must contain: abc',
  ],
  ['an unexpected AWS error', [fence('bash command', 'aws iam get-user')], 'exit code 254 instead of 0'],
] as const)('%s stops the script, after its clean-up', ([, steps, reason]) => {
  const { status, stdout, stderr } = run(
    ...steps,
    fence('bash command', 'echo later'),
    fence('bash cleanup', 'echo cleaned up'),
  );
  expect(status).toBe(1);
  expect(stderr).toContain(`FAILED docs/c/p.mdx:1: ${reason}`);
  expect(stdout).not.toContain('later');
  expect(stdout).toContain('cleaned up');
});

test('a skipped step says why, and a chosen value stands in the commands', () => {
  const page = pageOf(
    '---\ntejun: { variables: { BUCKET: { default: example-bucket } } }\n---\n',
    fence('bash command skip="it\'s slow"', 'sleep 100'),
    fence('bash command', 'echo example-bucket'),
  );
  const stdout = execFileSync('bash', ['-c', bashScriptOf([page], { BUCKET: 'mine' })], { encoding: 'utf8' });
  expect(stdout).toContain("not run: it's slow");
  expect(stdout).toContain('\nmine\n');
});
