import { describe, expect, test } from 'vitest';
import type { AwsHost } from '../../src/aws/cli/index.ts';
import { RecordedAws } from '../../src/recording/recorded-aws.ts';
import type { RecordedCall } from '../../src/recording/types.ts';

const host = {} as AwsHost;
const call = (words: string, stdout = words, more: Partial<RecordedCall> = {}): RecordedCall => ({
  ...{ arguments: words.split(' '), stdout, stderr: '', exitCode: 0, files: [], removed: [] },
  ...more,
});

async function play(recorded: readonly RecordedCall[], called: readonly string[]) {
  const player = new RecordedAws();
  player.begin(recorded);
  const outputs = [];
  for (const words of called) outputs.push((await player.aws(words.split(' '), host)).stdout);
  return { outputs, complaints: player.end() };
}

describe('calls', () => {
  test('are answered as they were recorded, the same call in the order of its recordings', async () => {
    const recorded = [call('s3 ls', 'first'), call('sts x'), call('s3 ls', 'second')];
    expect(await play(recorded, ['s3 ls', 's3 ls', 'sts x'])).toEqual({
      outputs: ['first', 'second', 'sts x'],
      complaints: [],
    });
  });

  test('may differ in what is made anew at each run', async () => {
    const recorded = [
      call('logs x --start-time 1795530739 --since 2026-11-24T10:00:00Z'),
      call('s3 mb s3://b-20261124100000 --cli-input-json file:///tmp/tmp.a1B2c3D4e5'),
      call('sts get-session-token --token-code 000000'),
    ];
    const called = [
      'logs x --start-time 1700000000 --since 2021-01-01T00:00:00Z',
      's3 mb s3://b-20210101000000 --cli-input-json file:///tmp/tmp.0000000001',
      'sts get-session-token --token-code 123456',
    ];
    expect((await play(recorded, called)).complaints).toEqual([]);
  });

  test('write and delete what they wrote and deleted', async () => {
    const files = new Map([['/home/ec2-user/old', 'old']]);
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const disk = {
      makeFolder: async () => undefined,
      write: async (path: string, bytes: Uint8Array) => void files.set(path, text(bytes)),
      remove: async (path: string) => void files.delete(path),
    };
    const player = new RecordedAws();
    const written = { path: '/home/ec2-user/new', mode: '600', content: 'new' };
    player.begin([call('s3 mv a b', '', { files: [written], removed: ['/home/ec2-user/old'] })]);
    await player.aws(['s3', 'mv', 'a', 'b'], { files: disk } as unknown as AwsHost);
    expect([...files]).toEqual([['/home/ec2-user/new', 'new']]);
  });

  test('fail as they failed', async () => {
    const player = new RecordedAws();
    player.begin([call('s3 ls', '', { stderr: 'denied\n', exitCode: 254 })]);
    expect(await player.aws(['s3', 'ls'], host)).toEqual({ stdout: '', stderr: 'denied\n', exitCode: 254 });
  });
});

describe('is reported', () => {
  test.each([
    ['a call that was not recorded', [], ['iam list-users']],
    ['a call with other arguments', [call('s3 ls --region us-east-1')], ['s3 ls --region us-west-2']],
    ['a call made once more', [call('s3 ls')], ['s3 ls', 's3 ls']],
    ['a call that is no longer made', [call("s3 ls it's")], []],
  ])('%s', async (_, recorded, called) => {
    expect((await play(recorded, called)).complaints).toMatchSnapshot();
  });
});
