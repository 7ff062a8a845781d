import { describe, expect, test } from 'vitest';
import { type Call, calls, sign } from '../../calls.ts';
import { openSandbox } from '../../practice.ts';

async function getSessionToken(parameters: string, elapsed = 0) {
  const { sandbox, keyOf, clock } = openSandbox();
  clock.elapse(elapsed);
  const body = `Action=GetSessionToken&Version=2011-06-15${parameters}`;
  const call: Call = { ...calls.sts, body };
  const response = await sandbox.handle(await sign(call, keyOf('handson-user')));
  const text = await response.text();
  const read = (element: string) => new RegExp(`<${element}>([^<]+)</${element}>`).exec(text)?.[1];
  return { status: response.status, code: read('Code'), message: read('Message'), read, text };
}

const at = (value: string | number, member: string, demand: string) =>
  `Value '${value}' at '${member}' failed to satisfy constraint: Member must ${demand}`;

describe('GetSessionToken', () => {
  test.each([
    ['', '2026-01-05T12:00:00Z'],
    ['&DurationSeconds=900', '2026-01-05T00:15:00Z'],
    ['&DurationSeconds=129600', '2026-01-06T12:00:00Z'],
  ])('%s lasts until %s', async (parameters, expiration) => {
    expect((await getSessionToken(parameters)).read('Expiration')).toBe(expiration);
  });

  test("the expiration follows the account's time, in whole seconds", async () => {
    const { read } = await getSessionToken('&DurationSeconds=900', 3_600_999);
    expect(read('Expiration')).toBe('2026-01-05T01:15:00Z');
  });

  test('the answer is an envelope of the query protocol', async () => {
    const { text, read } = await getSessionToken('');
    expect(text.replace(read('SessionToken') ?? '', 'T').replace(read('SecretAccessKey') ?? '', 'S')).toMatch(
      /^<GetSessionTokenResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><GetSessionTokenResult><Credentials><AccessKeyId>ASIA[A-Z2-7]{16}<\/AccessKeyId><SecretAccessKey>S<\/SecretAccessKey><SessionToken>T<\/SessionToken><Expiration>2026-01-05T12:00:00Z<\/Expiration><\/Credentials><\/GetSessionTokenResult><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId><\/ResponseMetadata><\/GetSessionTokenResponse>\n$/,
    );
  });

  test.each([
    [
      '&DurationSeconds=600',
      `1 validation error detected: ${at(600, 'durationSeconds', 'have value greater than or equal to 900')}`,
    ],
    [
      '&DurationSeconds=129601',
      `1 validation error detected: ${at(129601, 'durationSeconds', 'have value less than or equal to 129600')}`,
    ],
    [
      '&SerialNumber=GAHT12345678&TokenCode=11111111111111',
      `1 validation error detected: ${at('11111111111111', 'tokenCode', 'have length less than or equal to 6')}`,
    ],
    [
      '&SerialNumber=GAHT12345678&TokenCode=abcdef',
      `1 validation error detected: ${at('abcdef', 'tokenCode', 'satisfy regular expression pattern: [\\d]*')}`,
    ],
    [
      '&SerialNumber=short',
      `1 validation error detected: ${at('short', 'serialNumber', 'have length greater than or equal to 9')}`,
    ],
    [
      '&DurationSeconds=1&TokenCode=12345',
      `2 validation errors detected: ${at(1, 'durationSeconds', 'have value greater than or equal to 900')}; ${at('12345', 'tokenCode', 'have length greater than or equal to 6')}`,
    ],
  ])('%s breaks a rule of the model', async (parameters, message) => {
    expect(await getSessionToken(parameters)).toMatchObject({
      status: 400,
      code: 'ValidationError',
      message,
    });
  });

  test('a duration that is no number is refused', async () => {
    expect(await getSessionToken('&DurationSeconds=1h')).toMatchObject({
      status: 400,
      code: 'MalformedInput',
    });
  });

  test.each([
    [
      '&SerialNumber=arn:aws:iam::123456789012:mfa/handson-user&TokenCode=123456',
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    ],
    [
      '&TokenCode=123456',
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    ],
  ])('%s: no user has an MFA device', async (parameters, message) => {
    expect(await getSessionToken(parameters)).toMatchObject({ status: 403, code: 'AccessDenied', message });
  });
});
