import { expect, test } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import { createManualClock, createRandom, createSandbox } from '../../../../src/aws/sandbox/index.ts';
import { accountOfFile } from '../../sandbox/account-of.ts';
import { MemoryFiles } from '../memory-files.ts';

const NOW = new Date('2026-01-05T12:00:00Z');

/** `aws` of the owner of an account with a bucket in Tokyo. */
function open(files: MemoryFiles) {
  const account = accountOfFile('test/fixtures/aws/sandbox/s3-account.yaml');
  const clock = createManualClock(NOW);
  const sandbox = createSandbox({ account, clock, random: createRandom('s3') });
  const key = sandbox.longTermKeys.find(({ userName }) => userName === 'owner');
  const env = {
    ...{ HOME: '/h', AWS_DEFAULT_REGION: 'us-east-1' },
    ...{ AWS_ACCESS_KEY_ID: key?.accessKeyId ?? '', AWS_SECRET_ACCESS_KEY: key?.secretAccessKey ?? '' },
  };
  const run = (...args: string[]) =>
    aws(args, {
      ...{ env, cwd: '/h', files, now: () => NOW },
      transport: sandbox.handleMessage,
      readFile: async () => undefined,
    });
  return Object.assign(run, {
    fetch: async (url: string) => sandbox.handle(new Request(url)),
    tick: (seconds: number) => clock.tick(seconds * 1000),
  });
}

const large = Uint8Array.from({ length: 9_000_000 }, (_, index) => index % 251);

test('what is large goes up, across and down in parts, and to the region where its bucket is', async () => {
  const files = new MemoryFiles({ '/h/big': large }, NOW);
  const run = open(files);
  const bucket = 's3://tokyo-bucket';
  expect(await run('s3', 'cp', 'big', `${bucket}/a`, '--metadata', 'k=v')).toMatchObject({ stderr: '' });
  expect(await run('s3', 'cp', `${bucket}/a`, `${bucket}/b`)).toMatchObject({ stderr: '' });
  expect(await run('s3', 'mv', `${bucket}/b`, 'down')).toMatchObject({ stderr: '' });
  expect(Buffer.compare((await files.read('/h/down')) ?? new Uint8Array(), large)).toBe(0);
  const head = await run('s3api', 'head-object', '--bucket', 'tokyo-bucket', '--key', 'a');
  expect(JSON.parse(head.stdout)).toMatchObject({ ContentLength: 9_000_000, Metadata: { k: 'v' } });
  const left = await run('s3', 'ls', bucket, '--recursive');
  expect(left.stdout).toBe('2026-01-05 12:00:00    9000000 a\n');
});

test('a second sync has nothing to do, and one back brings the same files', async () => {
  const text = new TextEncoder().encode('x\n');
  const files = new MemoryFiles({ '/h/d/a b+.txt': text, '/h/d/日本/c': text, '/h/d/z': text }, NOW);
  const run = open(files);
  const there = await run('s3', 'sync', 'd', 's3://tokyo-bucket/p');
  expect(there.stdout.split('\n')).toHaveLength(4);
  expect(await run('s3', 'sync', 'd', 's3://tokyo-bucket/p')).toEqual({
    stdout: '',
    stderr: '',
    exitCode: 0,
  });
  await run('s3', 'sync', 's3://tokyo-bucket/p', 'e', '--exclude', 'z');
  expect(await files.read('/h/e/a b+.txt')).toEqual(text);
  expect(await files.read('/h/e/日本/c')).toEqual(text);
  expect(await files.read('/h/e/z')).toBeUndefined();
  const emptied = await run('s3', 'rb', 's3://tokyo-bucket', '--force');
  expect(emptied).toMatchObject({ stderr: '', exitCode: 0 });
});

test('a presigned URL shows its object to whoever has it, until it expires', async () => {
  const run = open(new MemoryFiles({ '/h/f': new TextEncoder().encode('shown\n') }, NOW));
  await run('s3', 'cp', 'f', 's3://tokyo-bucket/a b+');
  const presign = ['s3', 'presign', 's3://tokyo-bucket/a b+', '--region', 'ap-northeast-1'];
  const { stdout } = await run(...presign, '--expires-in', '60');
  expect(await (await run.fetch(stdout.trim())).text()).toBe('shown\n');
  expect((await run.fetch(stdout.trim().replace('a%20b', 'a%20c'))).status).toBe(403);
  const lost = await run(...presign.slice(0, 3), '--endpoint-url', 'http://127.0.0.1:4599');
  expect(await (await run.fetch(lost.stdout.trim())).text()).toContain(
    "<Code>AuthorizationQueryParametersError</Code><Message>Error parsing the X-Amz-Credential parameter; the region 'us-east-1' is wrong; expecting 'ap-northeast-1'</Message><Region>ap-northeast-1</Region>",
  );
  run.tick(61);
  expect(await (await run.fetch(stdout.trim())).text()).toContain('<Message>Request has expired</Message>');
  const long = await run(...presign, '--expires-in', '604801');
  expect(await (await run.fetch(long.stdout.trim())).text()).toContain('AuthorizationQueryParametersError');
});
