import { expect, test } from 'vitest';
import type { Message } from '../../src/aws/wire/message/index.ts';
import { openShell } from './simulated.ts';

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
