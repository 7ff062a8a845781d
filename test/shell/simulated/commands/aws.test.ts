import { describe, expect, test, vi } from 'vitest';
import type { Message } from '../../../../src/aws/wire/message/index.ts';
import { openShell } from '../../simulated.ts';

const KEYS =
  'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=s AWS_DEFAULT_REGION=us-east-1';

/** A bucket that keeps what it is given, without looking at who asks. */
function bucket() {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  return async (message: Message): Promise<Response> => {
    const { pathname } = message.url;
    if (message.method === 'PUT') {
      objects.set(pathname, new Uint8Array(message.body));
      return new Response('');
    }
    const body = objects.get(pathname);
    if (!body) return new Response(null, { status: 404 });
    const headers = {
      'content-length': String(body.length),
      'last-modified': 'Mon, 20 Dec 2021 09:00:00 GMT',
    };
    return new Response(message.method === 'HEAD' ? null : body, { headers });
  };
}

test('copies files of the session, streams and bytes that are no text', async () => {
  const shell = openShell({ transport: bucket() });
  await shell.run(KEYS);
  const copies = `printf Yf8AYg== | base64 -d > f
aws s3 cp f s3://b/f && aws s3 cp s3://b/f d/g && base64 d/g && aws s3 cp s3://b/f - | base64
printf '日本' | aws s3 cp - s3://b/p && aws s3 cp s3://b/p - && echo && ls -l d | grep -c "Dec 20"`;
  const { stdout, stderr } = await shell.run(copies);
  expect(stderr).toBe('');
  expect(stdout).toBe('upload: ./f to s3://b/f\ndownload: s3://b/f to d/g\nYf8AYg==\nYf8AYg==\n日本\n1\n');
});

test('keeps what configure sets, for the user alone', async () => {
  const shell = openShell();
  const { stdout, stderr } = await shell.run(`aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE
aws configure set aws_secret_access_key s
aws configure set region eu-west-1 --profile p
cat ~/.aws/credentials ~/.aws/config; aws configure get region --profile p; ls -l ~/.aws/credentials | cut -c1-10`);
  expect(stderr).toBe('');
  expect(stdout).toBe(
    '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n[profile p]\nregion = eu-west-1\neu-west-1\n-rw-------\n',
  );
});

describe('the built-in aws in a session', () => {
  const key = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = example\n';
  const files = {
    '/home/ec2-user/.aws/credentials': `[default]\n${key}`,
    '/home/ec2-user/other.ini': `[other]\n${key}`,
  };
  const answer =
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
    '<Arn>arn:aws:iam::123456789012:user/handson</Arn><UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account>' +
    '</GetCallerIdentityResult></GetCallerIdentityResponse>';
  const transport = vi.fn(
    async (_message: Message) => new Response(answer, { headers: { 'content-type': 'text/xml' } }),
  );
  const open = () =>
    openShell({ files, transport, env: { HOME: '/home/ec2-user', AWS_DEFAULT_REGION: 'ap-northeast-1' } });
  const ACCOUNT = 'aws sts get-caller-identity --query Account --output text';

  test("is signed at the machine's time, with the key of the home", async () => {
    transport.mockClear();
    const output = await open().run(ACCOUNT);
    expect(output).toEqual({ stdout: '123456789012\n', stderr: '', exitCode: 0 });
    const request = transport.mock.calls[0]?.[0];
    expect(request?.headers.get('x-amz-date')).toBe('20260105T120000Z');
    expect(request?.headers.get('authorization')).toMatch('Credential=AKIAIOSFODNN7EXAMPLE/20260105/');
  });

  test('sees exported variables only', async () => {
    const shell = open();
    expect((await shell.run(`AWS_PROFILE=nobody; ${ACCOUNT}`)).exitCode).toBe(0);
    expect((await shell.run(`export AWS_PROFILE; ${ACCOUNT}`)).stderr).toMatch('nobody');
    expect((await shell.run(`export -n AWS_PROFILE; ${ACCOUNT}; echo $AWS_PROFILE`)).stdout).toBe(
      '123456789012\nnobody\n',
    );
    expect((await shell.run(`AWS_PROFILE=somebody ${ACCOUNT}`)).stderr).toMatch('somebody');
    expect((await shell.run(`env AWS_PROFILE=anybody ${ACCOUNT}`)).stderr).toMatch('anybody');
    expect((await shell.run(`bash -c '${ACCOUNT}'`)).stdout).toBe('123456789012\n');
  });

  test('reads the files of the session', async () => {
    const script = `export AWS_SHARED_CREDENTIALS_FILE=~/other.ini; ${ACCOUNT}; export AWS_PROFILE=other; ${ACCOUNT}`;
    const output = await open().run(script);
    expect(output.stdout).toBe('123456789012\n');
    expect(output.stderr).not.toBe('');
  });

  test('in substitutions, pipes and conditions', async () => {
    const script = `ID=$(${ACCOUNT}); echo "<$ID>"; ${ACCOUNT} | wc -c; if ${ACCOUNT} > /dev/null; then echo in; fi`;
    expect(await open().run(script)).toEqual({ stdout: '<123456789012>\n13\nin\n', stderr: '', exitCode: 0 });
  });

  test('that never answers is stopped by the time-out', async () => {
    const shell = openShell({ files, transport: () => new Promise(() => {}) });
    const output = await shell.run(`export KEPT=no; ${ACCOUNT}`, { timeoutMs: 50 });
    expect(output.stopped).toMatch('50 ms');
    expect((await shell.run('echo "[$KEPT]"')).stdout).toBe('[]\n');
  });
});
