import { describe, expect, it } from 'vitest';
import { lessons } from '../../src/teaching/catalogue/index.ts';
import { diagnose, explainDiagnosis, type Happening, readAwsError } from '../../src/teaching/index.ts';

const error = (code: string, operation = 'ListBuckets', message = 'no') =>
  `\nAn error occurred (${code}) when calling the ${operation} operation: ${message}\n`;

const happening = (printed: string, facts: Partial<Happening> = {}): Happening => ({
  script: 'aws s3 ls',
  printed,
  error: readAwsError(printed),
  unset: [],
  ...facts,
});
const refusal = {
  action: 's3:ListAllMyBuckets',
  resource: '*',
  caller: 'arn:aws:iam::123456789012:user/anna',
  by: 'identity',
  policies: ['reader', 'ReadOnlyAccess'],
} as const;

describe('diagnose', () => {
  it.each<[string, string, Partial<Happening>]>([
    ['expired', error('ExpiredToken'), { caller: { kind: 'session', mfa: false, expiredMs: 1 } }],
    ['expired-elsewhere', error('ExpiredToken'), {}],
    ['expired-elsewhere', `aws: [ERROR]: ${error('RequestExpired').trim()}`, {}],
    [
      'user-required',
      error('AccessDenied', 'GetSessionToken', 'Cannot call GetSessionToken with session credentials'),
      {},
    ],
    [
      'role-instead-of-user',
      '"Arn": "arn:aws:sts::123456789012:assumed-role/admin/me"',
      { expected: '"Arn": "arn:aws:iam::XXXXXXXXXXXX:user/handson-user"' },
    ],
    [
      'iam-without-mfa',
      error('InvalidClientTokenId', 'ListUsers'),
      { script: 'aws iam list-users', caller: { kind: 'session', mfa: false, expiredMs: -1 } },
    ],
    ['unknown-key', error('InvalidClientTokenId'), {}],
    [
      'no-credentials',
      'Unable to locate credentials. You can configure credentials by running "aws configure".',
      {},
    ],
    ['no-profile', 'The config profile (x) could not be found', {}],
    [
      'denied-by-named-policy',
      error('AccessDenied'),
      { refusal: { ...refusal, denial: { policy: 'no-s3', statement: '{"Effect":"Deny"}' } } },
    ],
    ['denied-by-statement', error('AccessDenied'), { refusal: { ...refusal, denial: { statement: '{}' } } }],
    ['not-trusted', error('AccessDenied', 'AssumeRole'), { refusal: { ...refusal, by: 'trust' } }],
    ['not-allowed', error('UnauthorizedOperation'), { refusal }],
    ['denied-elsewhere', error('AccessDenied'), {}],
    ['aws-not-installed', 'bash: aws: command not found', {}],
    ['aws-not-installed', 'zsh: command not found: aws', {}],
    ['aws-not-installed', "'aws' is not recognized as an internal or external command,", {}],
    ['command-not-found', 'bash: jqq: command not found', {}],
    [
      'no-region',
      'You must specify a region. You can also configure your region by running "aws configure".',
      {},
    ],
    ['unset-variable', '', { unset: ['BUCKET'] }],
    ['bad-option', 'aws: error: argument --bucket: expected one argument', { exitCode: 252 }],
    ['throttled', error('RequestLimitExceeded'), {}],
    ['bucket-taken', error('BucketAlreadyExists', 'CreateBucket'), {}],
    ['already-yours', error('EntityAlreadyExists', 'CreateUser'), {}],
    ['still-in-use', error('DeleteConflict', 'DeleteUser'), {}],
    ['not-there', error('NoSuchEntity', 'GetUser'), {}],
    ['not-there', error('InvalidVpcID.NotFound', 'DeleteVpc'), {}],
  ])('finds %s in %s', (id, printed, facts) => {
    expect(diagnose(happening(printed, facts))?.id).toBe(id);
  });

  it('finds nothing in a plain difference', () => {
    expect(diagnose(happening('2021-12-20 09:00:00 another-bucket\n'))).toBeUndefined();
  });
});

describe('explain', () => {
  it('names the statement and the policy that decide, in both languages', () => {
    const statement = '{"Effect":"Deny","Action":"s3:*","Resource":"*"}';
    const diagnosis = diagnose(
      happening(error('AccessDenied'), { refusal: { ...refusal, denial: { policy: 'no-s3', statement } } }),
    );
    for (const locale of ['ja', 'en', 'fr']) {
      const told = diagnosis && explainDiagnosis(diagnosis, locale);
      expect(told?.cause).toContain('no-s3');
      expect(told?.cause).toContain(statement);
      expect(told?.cause).toContain('s3:ListAllMyBuckets');
    }
  });
});

describe('the catalogue', () => {
  it('has each id once, and all texts in both languages with the same values', () => {
    expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length);
    const named = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const { id, cause, remedy } of lessons)
      for (const text of [cause, remedy]) {
        expect(text.ja, id).toMatch(/[ぁ-ん]/);
        expect(named(text.ja ?? ''), id).toEqual(named(text.en));
      }
  });
});
