import { expect, test } from 'vitest';
import { runOnTerminal } from '../../src/cli/sandbox.ts';

test.each([
  ['exit 0', 0],
  ['exit 7', 7],
  ['kill -TERM $$', 143],
  ['[ "$X" = y ]', 0],
])('%s ends with %i, as a shell would say it', async (script, code) => {
  expect(await runOnTerminal(['sh', '-c', script], { ...process.env, X: 'y' })).toBe(code);
});

test('a command that is not there is wrong usage', async () => {
  expect(await runOnTerminal(['/no/such/command'], process.env)).toBe(2);
});
