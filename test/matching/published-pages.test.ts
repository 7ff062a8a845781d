import { describe, expect, it } from 'vitest';
import { match, matchExit, revise } from '../../src/matching/index.ts';
import { context, example, matchJson, matchText, printed } from './run.ts';

describe('forms of published pages', () => {
  it('takes spaces for the TABs of --output text', () => {
    const wanted = 'XXXXXXXXXXXX    arn:aws:iam::XXXXXXXXXXXX:user/a    AIDACKCEVSQ6C2EXAMPLE';
    const got = '111122223333\tarn:aws:iam::111122223333:user/a\tAIDA23456723456723456';
    expect(matchText(wanted, got).passed).toBe(true);
    expect(matchText('a  b', 'a\tb').passed).toBe(true);
    expect(matchText('a  b', 'a\tc').passed).toBe(false);
    expect(matchText('ab', 'a\tb').passed).toBe(false);
  });

  it.each([
    ...[
      '(出力なし)',
      '（返値無し）',
      '（戻り値なし）',
      '(no output)',
      '（何も出力されません）',
      '(出力はありません)',
    ],
    ...['[no output]', '<no output>', '出力なし', '返値無し', 'No output', '（なし）', '(none)'],
  ])('%s is an empty result', (body) => {
    expect(matchText(body, '').passed).toBe(true);
    expect(matchText(body, 'something').passed).toBe(false);
  });

  it.each(['none', 'empty', 'なし', 'None'])('%s could be an output', (body) => {
    expect(matchText(body, '').passed).toBe(false);
    expect(matchText(body, body).passed).toBe(true);
  });

  it('takes a cut message for its whole', () => {
    const wanted =
      'An error occurred (NoSuchEntity) when calling the GetUser operation: The user with name ...';
    const error = (message: string) =>
      printed('', {
        stderr: `An error occurred (NoSuchEntity) when calling the GetUser operation: ${message}\n`,
        exitCode: 254,
      });
    expect(
      match(example('text', wanted), error('The user with name a cannot be found.'), context()).passed,
    ).toBe(true);
    expect(match(example('text', wanted), error('Another message.'), context()).passed).toBe(false);
  });

  it('calls the wording before 2016 stale, and rewrites it', () => {
    const wanted = example(
      'text',
      'A client error (NoSuchEntity) occurred when calling the GetUser operation: No such user.',
    );
    const got = printed('', {
      stderr: '\nAn error occurred (NoSuchEntity) when calling the GetUser operation: No such user.\n',
      exitCode: 254,
    });
    expect(match(wanted, got, context()).differences[0]?.message).toContain('before 2016');
    expect(revise(wanted, got, context())).toMatchObject({
      body: 'An error occurred (NoSuchEntity) when calling the GetUser operation: No such user.',
    });
  });

  it('refuses a note inside a result', () => {
    const note = 'This line is a note: move it into the prose.';
    expect(matchText('a\n# これは注記です', 'a\n').differences[0]?.message).toBe(note);
    expect(
      match(example('json', '{\n# 注記\n"a": 1}'), printed('{"a":1}'), context()).differences[0]?.message,
    ).toBe(note);
  });

  it.each([
    ['this is a ← note', 'this is a'],
    ['vpc-0123456789abcdef0    <- the VPC', 'vpc-0fedcba9876543210'],
    ['hello （注: 挨拶）', 'hello'],
  ])('refuses the note at the end of %s', (body, output) => {
    expect(matchText(body, output).differences.map(({ message }) => message)).toEqual([
      'The end of this line is a note: move it into the prose.',
    ]);
    expect(matchText(body, 'another').differences[0]?.message).toContain('The example has');
  });

  it.each(['"a": 1  <- note', '"a": 1, // note', '"a": "b # c"  # 注記'])(
    'refuses the note in JSON: %s',
    (line) => {
      const verdict = match(example('json', `{\n${line}\n}`), printed('{"a": 1}'), context());
      expect(verdict.differences[0]?.message).toBe('The end of this line is a note: move it into the prose.');
    },
  );

  it('names characters that nobody sees', () => {
    const verdict = matchText('hello\u200b', 'hello');
    expect(verdict.differences[0]?.message).toContain('hello<U+200B>');
    expect(verdict.diff.map(({ text }) => text)).toEqual(['hello<U+200B>', 'hello']);
  });
});

describe('what the command gave', () => {
  const script =
    'aws ec2 create-dhcp-options --dhcp-configurations "Key=domain-name-servers,Values=10.2.5.1"';

  it('must come back', () => {
    expect(matchJson({ Value: '10.2.5.1' }, { Value: '9.9.9.9' }, { script }).differences[0]?.message).toBe(
      'The command gives "10.2.5.1", so that it must come back, but the output has "9.9.9.9".',
    );
    expect(matchJson({ Value: '10.2.5.1' }, { Value: '9.9.9.9' }).passed).toBe(true);
    const time = { script: 'aws x --start-time 1556000000' };
    expect(matchJson({ startTime: 1556000000 }, { startTime: 1556000001 }, time).passed).toBe(false);
  });

  it('may be another account, a part of another word, and what an earlier result bound', () => {
    const arn = (account: string) => ({ Arn: `arn:aws:iam::${account}:user/a` });
    const asked = { script: 'aws iam get-user --arn arn:aws:iam::111122223333:user/a' };
    expect(matchJson(arn('111122223333'), arn('444455556666'), asked).passed).toBe(true);
    expect(matchJson({ Ip: '10.2.5.1' }, { Ip: '9.9.9.9' }, { script: 'aws x 110.2.5.12' }).passed).toBe(
      true,
    );
    const bindings = new Map([['10.2.5.1', '9.9.9.9']]);
    expect(matchJson({ Ip: '10.2.5.1' }, { Ip: '9.9.9.9' }, { script, bindings }).passed).toBe(true);
  });

  it('addresses bind', () => {
    const two = (a: string, b: string) => [{ PublicIp: a }, { PublicIp: b }];
    expect(
      matchJson(two('203.0.113.12', '203.0.113.12'), two('54.1.1.1', '54.1.1.2')).differences[0]?.kind,
    ).toBe('inconsistent');
  });
});

describe('times as numbers', () => {
  it('vary under the key of a time, in the same unit', () => {
    expect(matchJson({ creationTime: 1556000000000 }, { creationTime: 1767571200000 }).passed).toBe(true);
    expect(matchJson({ createdAt: 1421872128.123 }, { createdAt: 1767571200.5 }).passed).toBe(true);
    expect(matchJson({ creationTime: 1556000000000 }, { creationTime: 1767571200 }).passed).toBe(false);
    expect(matchJson({ size: 1556000000 }, { size: 1767571200 }).passed).toBe(false);
    expect(matchJson({ creationTime: 12 }, { creationTime: 13 }).passed).toBe(false);
  });

  it('stand for the text of the other version of the CLI, with a notice', () => {
    const verdict = matchJson({ createdAt: 1421872128.123 }, { createdAt: '2026-01-05T00:00:00+00:00' });
    expect(verdict.passed).toBe(true);
    expect(verdict.notices).toHaveLength(1);
  });
});

describe('values by their key', () => {
  it.each([
    ['HostId', 'h-07879acf49EXAMPLE', 'h-0123456789abcdef0', 'not-what-was-expected-here'],
    ['version', '1.0.40.0', '1.0.40.0', '1.0.41.0'],
    ['domainNameId', 'abcd1234', '9612cbed', 'my-domain'],
    ['WorkspaceId', 'ws-abcd1234', 'ws-0fedcba98', 'workspace-1'],
    [
      'OutputLocation',
      's3://b/6407b9ae4c2def3cb6f1a46a0c599ec0-EXPORT/',
      's3://b/c0fddbf76f238297632d4aebdbfc9ddf-EXPORT/',
      's3://b/EXPORT/',
    ],
    ['NextToken', 'eyJNYXJrZXIiOiBudWxsfQ==', 'eyJtYXJrZXIiOiAxMjM0NTY3OH0', 'none'],
    ['MacAddress', '06:6a:0f:9a:49:37', '0a:00:27:00:00:01', '06:6a:0f:9a:49'],
    ['VersionId', '3HL4kqtJlcpXroDTDmJrmSpXd3dIbrHY', '0a1B2c3D4e5F6a7B8c9D0e1F2a3B4c5D', 'null'],
    ['Id', 'E1HVIAU7U12ABC', 'E2QWRUHAPOMQZL', 'enabled'],
    ['restApiId', '1234w4321e', 'a1b2c3d4e5', 'my-api'],
    ['State', 'running', 'running', 'stopped'],
    ['CidrBlock', '10.0.0.0/16', '10.0.0.0/16', '10.1.0.0/16'],
    ['Name', 'vpc-0123456789abcdef0', 'vpc-0123456789abcdef0', 'vpc-0fedcba9876543210'],
    [
      'Description',
      'Terminating EC2 instance: i-0123456789abcdef0',
      'Terminating EC2 instance: i-0fedcba9876543210',
      'Terminating',
    ],
  ])('%s: %s accepts %s, not %s', (key, wanted, right, wrong) => {
    expect(matchJson({ [key]: wanted }, { [key]: right }).differences).toEqual([]);
    expect(matchJson({ [key]: wanted }, { [key]: wrong }).passed).toBe(false);
  });
});

describe('a step without a result', () => {
  it('passes with a notice when it prints on stderr, and fails for an AWS error there', () => {
    const verdict = matchExit(printed('', { stderr: 'warning: something\n' }));
    expect(verdict).toMatchObject({ passed: true, notices: [{ path: 'stderr' }] });
    const stderr = '\nAn error occurred (AccessDenied) when calling the ListUsers operation: no\n';
    expect(matchExit(printed('', { stderr })).passed).toBe(false);
  });

  it('keeps the message of a usage error', () => {
    const stderr =
      'usage: aws [options] <command>\nTo see help text, you can run:\n\n  aws help\n\naws: error: argument --role-name: expected one argument\n';
    expect(matchExit(printed('', { stderr, exitCode: 252 })).differences[0]?.message).toBe(
      'The step failed with exit code 252: "aws: error: argument --role-name: expected one argument".',
    );
  });
});

describe('the expiry of a certificate', () => {
  const expiry = (time: string) => ({ ServerCertificateMetadata: { Expiration: time } });
  const past = '2021-12-20T09:00:00+00:00';

  it('may be past, other than that of credentials', () => {
    expect(matchJson(expiry('2015-01-01T00:00:00+00:00'), expiry(past)).passed).toBe(true);
    const script = 'aws iam get-server-certificate --server-certificate-name a';
    expect(matchJson({ Expiration: past }, { Expiration: '2025-12-20T09:00:00Z' }, { script }).passed).toBe(
      true,
    );
    const credentials = (time: string) => ({ Credentials: { Expiration: time } });
    expect(matchJson(credentials('2015-01-01T00:00:00+00:00'), credentials(past)).passed).toBe(false);
  });
});
