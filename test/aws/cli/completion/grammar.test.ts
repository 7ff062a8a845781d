import { describe, expect, it } from 'vitest';
import { aws, completeAws } from '../../../../src/aws/cli/index.ts';

const files: Record<string, string> = {
  '/home/me/.aws/credentials': '[default]\naws_access_key_id = A\n\n[practice]\naws_access_key_id = B\n',
  '/home/me/.aws/config': '[profile elsewhere]\nregion = eu-west-1\n',
};
const host = {
  env: { HOME: '/home/me' },
  cwd: '/home/me',
  readFile: async (path: string) => files[path],
};
const complete = (line: string) => completeAws(line.split(' '), host);

describe('subcommands', () => {
  it.each([
    [
      '',
      [
        'cloudformation',
        'cloudwatch',
        'configure',
        'dynamodb',
        'dynamodbstreams',
        'ec2',
        'events',
        'iam',
        'kms',
        'lambda',
        'logs',
        's3',
        's3api',
        'scheduler',
        'secretsmanager',
        'sns',
        'sqs',
        'ssm',
        'sts',
        'help',
      ],
    ],
    ['s', ['s3', 's3api', 'scheduler', 'secretsmanager', 'sns', 'sqs', 'ssm', 'sts']],
    ['s3 ', ['ls', 'cp', 'mv', 'rm', 'sync', 'mb', 'rb', 'presign', 'website', 'help']],
    ['configure l', ['list', 'list-profiles']],
    ['sts get-s', ['get-session-token']],
    ['--profile practice iam list-user', ['list-user-policies', 'list-user-tags', 'list-users']],
    ['cloudwatch put-metric-', ['put-metric-alarm', 'put-metric-data', 'put-metric-stream']],
    ['logs t', ['tag-log-group', 'tag-resource', 'test-metric-filter', 'tail']],
    ['nothing ', undefined],
    ['sts nothing ', undefined],
  ])('after `aws %s`', async (line, expected) => {
    expect(await complete(line)).toEqual(expected);
  });

  it.each(['sts ', 'iam ', 'ec2 ', 's3api '])(
    'of `aws %s` are those that the built-in runs',
    async (line) => {
      const found = (await complete(line)) ?? [];
      expect(found.length).toBeGreaterThan(5);
      expect(new Set(found).size).toBe(found.length);
      for (const name of found.filter((word) => word !== 'help').slice(0, 10)) {
        const args = [line.trim(), name, 'help'];
        const never = () => Promise.reject(new Error('no request'));
        const output = await aws(args, { ...host, transport: never, now: () => new Date(0) });
        expect(output, name).toMatchObject({ exitCode: 0, stderr: '' });
      }
    },
  );
});

describe('options', () => {
  it('of the operation come before those of every command', async () => {
    const found = (await complete('sts get-session-token --')) ?? [];
    expect(found.slice(0, 3)).toEqual(['--duration-seconds', '--serial-number', '--token-code']);
    expect(found.slice(-18, -15)).toEqual(['--debug', '--endpoint-url', '--no-verify-ssl']);
  });

  it('of aws logs tail are its own', async () => {
    expect(await complete('logs tail /app/web --f')).toEqual(['--follow', '--format', '--filter-pattern']);
    expect(await complete('logs tail /app/web --format ')).toEqual(['detailed', 'short', 'json']);
  });

  it('that are required come first', async () => {
    const found = await complete('sts assume-role ');
    expect(found?.slice(0, 2)).toEqual(['--role-arn', '--role-session-name']);
  });

  it('are offered once', async () => {
    expect(await complete('sts get-session-token --duration-seconds 900 --d')).toEqual(['--debug']);
  });

  it('of listings are there', async () => {
    expect(await complete('iam list-users --max')).toEqual(['--max-items']);
    expect(await complete('s3 ls --r')).toEqual(['--recursive', '--request-payer', '--region']);
  });
});

describe('values', () => {
  it.each([
    ['--profile ', ['default', 'practice', 'elsewhere']],
    ['sts get-caller-identity --profile p', ['practice']],
    ['s3 ls --region ap-northeast-', ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3']],
    ['s3 ls --output j', ['json']],
    ['s3 cp a s3://b --storage-class GLACIER', ['GLACIER', 'GLACIER_IR']],
    // A value that only the user knows, or the name of a file.
    ['sts get-session-token --duration-seconds ', undefined],
    ['s3 cp fil', undefined],
  ])('of `aws %s`', async (line, expected) => {
    expect(await complete(line)).toEqual(expected);
  });

  it('are none where the files are broken', async () => {
    const broken = { ...host, readFile: async () => 'no section' };
    expect(await completeAws(['--profile', ''], broken)).toEqual([]);
  });
});
