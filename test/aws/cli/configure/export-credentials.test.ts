import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import { memoryHost } from '../host.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 't' };
const run = (words: readonly string[] = [], env: Record<string, string> = KEYS) =>
  aws(['configure', 'export-credentials', ...words], memoryHost({}, { env: { HOME: '/home/me', ...env } }));

describe('aws configure export-credentials', () => {
  it('prints what credential_process reads', async () => {
    expect((await run()).stdout).toBe(
      '{\n  "Version": 1,\n  "AccessKeyId": "AKIA",\n  "SecretAccessKey": "s",\n  "SessionToken": "t"\n}\n',
    );
  });

  it.each([
    ['env', 'export AWS_ACCESS_KEY_ID=AKIA\nexport AWS_SECRET_ACCESS_KEY=s\nexport AWS_SESSION_TOKEN=t\n'],
    ['env-no-export', 'AWS_ACCESS_KEY_ID=AKIA\nAWS_SECRET_ACCESS_KEY=s\nAWS_SESSION_TOKEN=t\n'],
    [
      'powershell',
      '$Env:AWS_ACCESS_KEY_ID="AKIA"\n$Env:AWS_SECRET_ACCESS_KEY="s"\n$Env:AWS_SESSION_TOKEN="t"\n',
    ],
    ['windows-cmd', 'set AWS_ACCESS_KEY_ID=AKIA\nset AWS_SECRET_ACCESS_KEY=s\nset AWS_SESSION_TOKEN=t\n'],
  ])('--format %s', async (format, stdout) => expect((await run(['--format', format])).stdout).toBe(stdout));

  it('fails where there are none, or only half', async () => {
    expect(await run([], {})).toMatchObject({
      ...{ exitCode: 253, stderr: '\nUnable to retrieve credentials: no credentials found\n' },
    });
    expect((await run([], { AWS_ACCESS_KEY_ID: 'AKIA' })).stderr).toContain(
      'Unable to retrieve credentials: Partial credentials found in env',
    );
  });
});
