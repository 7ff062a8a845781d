import { expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';

it('aws logs tail --follow, which never ends, says what to run instead', async () => {
  const host = {
    env: {},
    cwd: '/',
    readFile: async () => undefined,
    transport: () => Promise.reject(new Error('no request')),
    now: () => new Date(0),
  };
  expect(await aws(['logs', 'tail', '/app/web', '--follow'], host)).toEqual({
    stdout: '',
    stderr:
      '\nThe built-in aws of Tejun has no logs tail --follow: run aws logs tail again to see what is new.\n',
    exitCode: 252,
  });
});
