import { describe, expect, it } from 'vitest';
import { type AwsHost, aws } from '../../../src/aws/cli/index.ts';

const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 's' };

function host(changes: Partial<AwsHost> = {}): AwsHost {
  return {
    env: { HOME: '/home/ec2-user', AWS_DEFAULT_REGION: 'ap-northeast-1', ...keys },
    cwd: '/home/ec2-user/environment',
    readFile: async () => undefined,
    transport: async () => new Response('<r/>', { status: 400 }),
    now: () => new Date('2021-12-20T09:00:00Z'),
    ...changes,
  };
}

describe('what the built-in aws asks of its host', () => {
  it('says that nothing answered', async () => {
    const transport = async () => Promise.reject(new TypeError('fetch failed'));
    expect(await aws(['sts', 'get-caller-identity'], host({ transport }))).toEqual({
      stdout: '',
      stderr: '\nCould not connect to the endpoint URL: "https://sts.ap-northeast-1.amazonaws.com/"\n',
      exitCode: 255,
    });
  });

  it("signs with the host's time", async () => {
    const dates: (string | null)[] = [];
    await aws(['s3', 'ls'], {
      ...host(),
      async transport(request) {
        dates.push(request.headers.get('x-amz-date'));
        return new Response('', { status: 403 });
      },
    });
    expect(dates).toEqual(['20211220T090000Z']);
  });

  it('reads files relative to the current directory, and ~ in the home', async () => {
    const asked: string[] = [];
    const readFile = async (path: string) => void asked.push(path);
    const policy = ['--policy-document', 'file://a/p.json'];
    await aws(
      ['iam', 'put-user-policy', '--user-name', 'u', '--policy-name', 'p', ...policy],
      host({ readFile }),
    );
    await aws(['iam', 'get-user', '--user-name', 'file://~/n'], host({ readFile }));
    const configuration = ['/home/ec2-user/.aws/config', '/home/ec2-user/.aws/credentials'];
    // The configuration comes first: a broken one is refused before anything else.
    expect(asked).toEqual([
      ...configuration,
      '/home/ec2-user/environment/a/p.json',
      ...configuration,
      '/home/ec2-user/n',
    ]);
  });

  it('lets a defect of the transport pass as a failure, never as an answer', async () => {
    const output = await aws(['sts', 'get-caller-identity'], host());
    expect(output).toEqual({
      stdout: '',
      stderr: '\nAn error occurred (Unknown) when calling the GetCallerIdentity operation: Unknown\n',
      exitCode: 254,
    });
  });

  it.each([[['help']], [['sts', 'help']], [['sts', 'get-session-token', 'help']], [['s3', 'ls', 'help']]])(
    'points to the reference for %j',
    async (args) => {
      const output = await aws(args, host());
      expect(output.stderr).toBe('');
      expect(output.exitCode).toBe(0);
      expect(output.stdout).toContain('https://awscli.amazonaws.com/v2/documentation/api/latest/reference/');
    },
  );
});
