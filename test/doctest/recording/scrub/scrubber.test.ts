import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scrubber } from '../../../../src/doctest/recording/scrub/index.ts';

const KEY = 'ASIAQ7HZ4JWKRT3XNB2C';
const SECRET = 'k3x/9Qm+Zp0aVtB7LrYc2WdNfGh5JsEiKu8oTq1X';
const TOKEN = `IQoJb3JpZ2luX2Vj${'aB3/+9xQ'.repeat(30)}Zg==`;
const ACCOUNT = '210987654321';

/** Scrubs a text as the output of a call. */
function scrubbed(text: string, scrubber = new Scrubber({})): string {
  scrubber.learn(text);
  return scrubber.scrub(text);
}

describe('where sensitive values stand', () => {
  const wordings = {
    JSON: `{\n    "Credentials": {\n        "AccessKeyId": "${KEY}",\n        "SecretAccessKey": "${SECRET}",\n        "SessionToken": "${TOKEN}"\n    },\n    "Arn": "arn:aws:iam::${ACCOUNT}:user/a"\n}`,
    text: `CREDENTIALS\t${KEY}\t2026-01-05T00:15:00+00:00\t${SECRET}\t${TOKEN}\nOWNER\t${ACCOUNT}\n`,
    table: `|  AccessKeyId    |  ${KEY}  |\n|  SecretAccessKey|  ${SECRET}  |\n|  SessionToken   |  ${TOKEN}  |\n|  Account | ${ACCOUNT} |`,
    YAML: `Credentials:\n  AccessKeyId: ${KEY}\n  SecretAccessKey: ${SECRET}\n  SessionToken: ${TOKEN}\nAccount: '${ACCOUNT}'\n`,
    INI: `[x]\naws_access_key_id = ${KEY}\naws_secret_access_key = ${SECRET}\naws_session_token=${TOKEN}\nrole_arn = arn:aws:iam::${ACCOUNT}:role/r\n`,
    'bare values': `${KEY}\n${SECRET}\n${TOKEN}\n${ACCOUNT}\n`,
    exports: `export AWS_SECRET_ACCESS_KEY='${SECRET}'; export AWS_SESSION_TOKEN="${TOKEN}"; export AWS_ACCESS_KEY_ID=${KEY} # ${ACCOUNT}`,
    'a presigned URL': `https://b.s3.amazonaws.com/k?X-Amz-Credential=${KEY}%2F20260105%2Fus-east-1&X-Amz-Security-Token=${encodeURIComponent(TOKEN)}&X-Amz-Signature=${'0f'.repeat(32)} ${SECRET} ${ACCOUNT}`,
  };

  test.each(Object.entries(wordings))('%s', (_, text) => {
    const result = scrubbed(text);
    for (const value of [KEY, SECRET, TOKEN, encodeURIComponent(TOKEN), ACCOUNT, '0f'.repeat(32)])
      expect(result).not.toContain(value);
    if (!text.includes('%')) expect(result).toHaveLength(text.length);
  });

  test('a secret without a telling form, given to an option or to aws configure set', () => {
    const scrubber = new Scrubber({});
    scrubber.learnArguments(['iam', 'create-login-profile', '--password', 'Correct-Horse-1']);
    scrubber.learnArguments(['iam', 'change-password', '--new-password=Battery-Staple-2']);
    scrubber.learnArguments(['configure', 'set', 'profile.x.aws_secret_access_key', 'not-in-base64!']);
    const text = scrubber.scrub('Correct-Horse-1 Battery-Staple-2 not-in-base64!');
    expect(text).not.toMatch(/Correct|Battery|base64/);
  });

  test('the seed of an MFA device and an owner of buckets', () => {
    const seed = 'ABCDEFGHIJKLMNOP234567QRSTUVWXYZ'.repeat(2);
    const owner = '7a5c'.repeat(16);
    expect(scrubbed(`"ID": "${owner}" ${seed}`)).not.toMatch(/7a5c|OP23/);
  });
});

test('one value has one placeholder everywhere, and another value another one', () => {
  const scrubber = new Scrubber({});
  const other = KEY.replace('Q7', 'Q8');
  scrubber.learn(`${KEY} ${other}`);
  scrubber.learnArguments(['--access-key-id', KEY]);
  expect(scrubber.scrub(`${KEY} ${other} ${KEY}`)).toBe(
    'ASIARECORDED00000001 ASIARECORDED00000002 ASIARECORDED00000001',
  );
});

test("the account's own id becomes that of the account file; others stay different", () => {
  const scrubber = new Scrubber({ account: { id: ACCOUNT, published: '123456789012' } });
  scrubber.learn('arn:aws:iam::555566667777:root');
  expect(scrubber.scrub(`${ACCOUNT} x${ACCOUNT}x 555566667777`)).toBe(
    '123456789012 x123456789012x 999900000001',
  );
});

test('what is published anyway stays: strings of the account file, texts of the page', () => {
  const scrubber = new Scrubber({ published: new Set(['123456789012']) });
  scrubber.learn('123456789012 AKIAIOSFODNN7EXAMPLE', 'aws iam x --access-key-id AKIAIOSFODNN7EXAMPLE');
  expect(scrubber.scrub('123456789012 AKIAIOSFODNN7EXAMPLE')).toBe('123456789012 AKIAIOSFODNN7EXAMPLE');
});

test('what is not sensitive stays as it is', () => {
  const text =
    'vpc-03b6793be492e9eaa 2026-01-05T00:15:00+00:00 AIDAXXXXXXXXXXXXXXXXX da39a3ee5e6b4b0d3255bfef95601890afd80709 /usr/local/share/applications/configure';
  expect(scrubbed(text)).toBe(text);
});

test('no known value is left in any text, and lengths stay', () => {
  const base64 = fc.constantFrom(...'ABCxyz019/+');
  const secret = fc
    .array(base64, { minLength: 37, maxLength: 37 })
    .map((chars) => `A${chars.join('')}b1`.replace(/^\//, 'x'));
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), fc.string(), (secrets, between) => {
      const known = secrets.map((value) => ({ kind: 'secret' as const, value }));
      const text = secrets.join(` ${between} `);
      const result = new Scrubber({ known }).scrub(text);
      for (const value of secrets) expect(result).not.toContain(value);
      expect(result).toHaveLength(text.length);
    }),
  );
});
