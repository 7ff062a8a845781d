import { GetObjectCommand, GetObjectTaggingCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { signText } from '../../../../../../src/aws/wire/sigv4/index.ts';
import { standStill } from '../../time.ts';
import { BUCKET, openS3 } from '../practice.ts';

standStill();

const HOST = `${BUCKET}.s3.ap-northeast-1.amazonaws.com`;

const TIMESTAMP = '20260105T000000Z';

interface Posting {
  readonly fields?: Record<string, string>;
  readonly conditions?: readonly unknown[];
  readonly file?: string | Blob;
  readonly fileName?: string;
  readonly expiration?: string;
  change?(form: FormData): void;
}

/** Posts a form whose policy allows what its fields say, unless told otherwise. */
async function post({ fields = {}, conditions, file = 'hello', ...more }: Posting = {}, opened = openS3()) {
  const { accessKeyId, secretAccessKey } = opened.credentialsOf('owner');
  const scope = { accessKeyId, day: '20260105', region: 'ap-northeast-1', service: 's3' };
  const own: Record<string, string> = {
    key: 'k',
    ...fields,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${accessKeyId}/20260105/ap-northeast-1/s3/aws4_request`,
    'X-Amz-Date': TIMESTAMP,
  };
  const stated = Object.entries(own).map(([name, value]) =>
    value.includes('$') ? ['starts-with', `$${name}`, ''] : { [name]: value },
  );
  const policy = btoa(
    JSON.stringify({
      expiration: more.expiration ?? '2026-01-05T01:00:00Z',
      conditions: [{ bucket: BUCKET }, ...(conditions ?? stated), ...(conditions ? stated.slice(1) : [])],
    }),
  );
  const form = new FormData();
  for (const [name, value] of Object.entries(own)) form.append(name, value);
  form.append('Policy', policy);
  form.append('X-Amz-Signature', await signText(policy, { ...scope, secretAccessKey, timestamp: TIMESTAMP }));
  more.change?.(form);
  if (typeof file === 'string') form.append('file', file);
  else form.append('file', file, more.fileName);
  const response = await opened.sandbox.handle(
    new Request(`https://${HOST}/`, { method: 'POST', body: form, headers: { host: HOST } }),
  );
  return { ...opened, response, text: await response.text() };
}

describe('a form that a browser posts', () => {
  test('stores its file, with the metadata of its fields', async () => {
    const fields = { 'Content-Type': 'text/x', 'x-amz-meta-colour': 'blue' };
    const { response, client, text } = await post({ fields });
    expect([response.status, text]).toEqual([204, '']);
    expect(response.headers.get('location')).toBe(`https://${HOST}/k`);
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(await got.Body?.transformToString()).toBe('hello');
    expect([got.ContentType, got.Metadata]).toEqual(['text/x', { colour: 'blue' }]);
  });

  test('takes the name of its file into the key', async () => {
    const file = new Blob([new Uint8Array([0, 255])]);
    const { response, client } = await post({ fields: { key: 'in/${filename}' }, file, fileName: 'a.bin' });
    expect(response.status).toBe(204);
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'in/a.bin' }));
    expect(await got.Body?.transformToByteArray()).toEqual(new Uint8Array([0, 255]));
  });

  test('tags what it stores', async () => {
    const tagging =
      '<Tagging><TagSet><Tag><Key>TagName</Key><Value>TagValue</Value></Tag></TagSet></Tagging>';
    const { client } = await post({ fields: { tagging } });
    const tags = await client.send(new GetObjectTaggingCommand({ Bucket: BUCKET, Key: 'k' }));
    expect(tags.TagSet).toEqual([{ Key: 'TagName', Value: 'TagValue' }]);
  });

  test('is answered as it asks', async () => {
    const created = await post({ fields: { success_action_status: '201' } });
    expect(created.response.status).toBe(201);
    expect(created.text).toContain(
      `<PostResponse><Location>https://${HOST}/k</Location><Bucket>${BUCKET}</Bucket><Key>k</Key><ETag>&quot;5d41402abc4b2a76b9719d911017c592&quot;</ETag></PostResponse>`,
    );
    const redirected = await post({ fields: { success_action_redirect: 'http://localhost.test/done' } });
    expect(redirected.response.status).toBe(303);
    expect(redirected.response.headers.get('location')).toBe(
      `http://localhost.test/done?bucket=${BUCKET}&key=k&etag=%225d41402abc4b2a76b9719d911017c592%22`,
    );
  });

  test.each<[string, Posting, number, string, string]>([
    [
      'a value other than the policy says',
      { conditions: [['eq', '$key', 'other']] },
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;$key&quot;, &quot;other&quot;]',
    ],
    [
      'a condition whose field has no $',
      { conditions: [['eq', 'key', 'k']] },
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;key&quot;, &quot;k&quot;]',
    ],
    [
      'another beginning',
      { conditions: [['starts-with', '$key', 'in/']] },
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy Condition failed: [&quot;starts-with&quot;, &quot;$key&quot;, &quot;in/&quot;]',
    ],
    [
      'a simple condition of two fields',
      { conditions: [{ key: 'k', acl: 'private' }] },
      400,
      'InvalidPolicyDocument',
      'Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
    ],
    [
      'a file that is too large',
      {
        conditions: [
          ['starts-with', '$key', ''],
          ['content-length-range', 0, 4],
        ],
      },
      400,
      'EntityTooLarge',
      'Your proposed upload exceeds the maximum allowed size',
    ],
    [
      'a file that is too small',
      {
        conditions: [
          ['starts-with', '$key', ''],
          ['content-length-range', 6, 10],
        ],
      },
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
    ],
    [
      'a policy that is over',
      { expiration: '2026-01-04T23:59:59Z' },
      403,
      'AccessDenied',
      'Invalid according to Policy: Policy expired.',
    ],
    [
      'a field that no condition names',
      { change: (form) => form.append('x-amz-meta-more', '1') },
      403,
      'AccessDenied',
      'Invalid according to Policy: Extra input fields: x-amz-meta-more',
    ],
    [
      'no algorithm',
      { change: (form) => form.delete('X-Amz-Algorithm') },
      400,
      'InvalidArgument',
      "Bucket POST must contain a field named 'X-Amz-Algorithm'.  If it is specified, please check the order of the fields.",
    ],
    [
      'a policy that was not signed',
      { change: (form) => form.set('Policy', btoa('{}')) },
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    ],
    [
      'no signature at all',
      {
        change: (form) => {
          for (const name of ['Algorithm', 'Credential', 'Date', 'Signature']) form.delete(`X-Amz-${name}`);
          form.delete('Policy');
        },
      },
      403,
      'AccessDenied',
      'Access Denied',
    ],
  ])('is refused for %s', async (_, posting, status, code, message) => {
    const { response, text } = await post(posting);
    expect(text).toContain(`<Code>${code}</Code><Message>${message}</Message>`);
    expect(response.status).toBe(status);
  });

  test('ends with what elapses after it was signed', async () => {
    const opened = openS3();
    opened.clock.elapse(3_600_001);
    const { text } = await post({}, opened);
    expect(text).toContain('Policy expired.');
  });

  test('must be multipart/form-data', async () => {
    const { sandbox } = openS3();
    const response = await sandbox.handle(
      new Request(`https://${HOST}/`, { method: 'POST', body: 'a=b', headers: { host: HOST } }),
    );
    expect(response.status).toBe(412);
    expect(await response.text()).toContain(
      '<Condition>Bucket POST must be of the enclosure-type multipart/form-data</Condition>',
    );
  });
});
