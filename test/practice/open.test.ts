import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createManualClock, readAccount } from '../../src/aws/sandbox/index.ts';
import { openPractice } from '../../src/practice/index.ts';
import { START } from '../aws/sandbox/practice.ts';

const file = new URL('../fixtures/contract/account.yaml', import.meta.url);
const { account } = readAccount(readFileSync(file, 'utf8'), 'account.yaml');

/** How much of the account's time a script takes, and what it prints. */
async function run(script: string) {
  if (!account) throw new Error('The account file cannot be read.');
  const clock = createManualClock(START);
  const practice = openPractice({ account, clock });
  try {
    const output = await practice.shell.run(script);
    return { ...output, ms: clock.account().getTime() - clock.wall().getTime() };
  } finally {
    await practice.close();
  }
}

test.each([
  ['sleep 30', 30_000],
  ['sleep 1.5 2m', 121_500],
  ['for i in 1 2 3; do sleep 1h; done', 3 * 3_600_000],
  ['sleep soon', 0],
])('%s moves the account on by %i ms', async (script, ms) => {
  expect((await run(script)).ms).toBe(ms);
});

test('date follows', async () => {
  expect((await run('a=$(date +%s); sleep 90; echo $(($(date +%s) - a))')).stdout).toBe('90\n');
});

test('aws wait moves the account on between its calls', async () => {
  const { stderr, exitCode, ms } = await run('aws iam wait user-exists --user-name nobody-here');
  expect({ stderr, exitCode, ms }).toEqual({
    stderr:
      '\nWaiter UserExists failed: Max attempts exceeded. Previously accepted state: Matched expected service error code: NoSuchEntity\n',
    exitCode: 255,
    ms: 19_000,
  });
});
