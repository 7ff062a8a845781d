import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { ALLOW, openIam, TRUST } from './open.ts';

standStill();

const PolicyArn = 'arn:aws:iam::123456789012:policy/rules';

describe('tags', () => {
  const kinds = [
    ['User', { UserName: 'a' }],
    ['Role', { RoleName: 'a' }],
    ['Policy', { PolicyArn }],
    ['MFADevice', { SerialNumber: 'arn:aws:iam::123456789012:mfa/a' }],
  ] as const;

  const open = async () => {
    const iam = openIam();
    const Tags = ['a', 'b', 'c'].map((Key) => ({ Key, Value: '1' }));
    await iam.call('CreateUser', { UserName: 'a', Tags });
    await iam.call('CreateRole', { RoleName: 'a', AssumeRolePolicyDocument: TRUST, Tags });
    await iam.call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW, Tags });
    await iam.call('CreateVirtualMFADevice', { VirtualMFADeviceName: 'a', Tags });
    return iam;
  };

  test.each(kinds)('of a %s compare without case, keep it, and are sorted', async (kind, named) => {
    const { call } = await open();
    const tags = async () =>
      (
        (await call(`List${kind}Tags`, named)) as unknown as { Tags: { Key: string; Value: string }[] }
      ).Tags.map(({ Key, Value }) => `${Key}=${Value}`);
    await call(`Tag${kind}`, {
      ...named,
      Tags: [
        { Key: 'B', Value: '2' },
        { Key: 'aa', Value: '' },
      ],
    });
    expect(await tags()).toEqual(['B=2', 'a=1', 'aa=', 'c=1']);
    await call(`Untag${kind}`, { ...named, TagKeys: ['b', 'C', 'none'] });
    expect(await tags()).toEqual(['a=1', 'aa=']);
  });

  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => ({ Key: `k${index + from}`, Value: 'v' }));

  test.each<[object[], string, string]>([
    [
      [
        { Key: 'x', Value: '1' },
        { Key: 'X', Value: '2' },
      ],
      'InvalidInputException',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ],
    [
      [{ Key: 'x*', Value: '1' }],
      'ValidationError',
      "1 validation error detected: Value 'x*' at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+",
    ],
    [
      [
        { Key: 'x', Value: '1' },
        { Key: 'y', Value: 'v'.repeat(257) },
      ],
      'ValidationError',
      `1 validation error detected: Value '${'v'.repeat(257)}' at 'tags.2.member.value' failed to satisfy constraint: Member must have length less than or equal to 256`,
    ],
    [
      [{ Value: '1' }],
      'ValidationError',
      "1 validation error detected: Value null at 'tags.1.member.key' failed to satisfy constraint: Member must not be null",
    ],
    [
      [{ Key: 'aws:team', Value: '1' }],
      'InvalidInputException',
      'Tag keys that begin with aws: are reserved for AWS.',
    ],
    [many(48), 'LimitExceededException', 'Cannot exceed quota for TagsPerResource: 50'],
  ])('that are wrong are refused', async (Tags, code, message) => {
    const { refused } = await open();
    expect(await refused('TagUser', { UserName: 'a', Tags })).toMatchObject({ code, message });
  });

  test('are fifty at most in a call', async () => {
    const { refused } = await open();
    expect(await refused('TagUser', { UserName: 'a', Tags: many(51) })).toMatchObject({
      code: 'ValidationError',
      message: expect.stringMatching(/at 'tags' failed .* length less than or equal to 50$/),
    });
    expect(await refused('UntagUser', { UserName: 'a', TagKeys: [''] })).toMatchObject({
      message: expect.stringMatching(/at 'tagKeys.1.member' failed .* length greater than or equal to 1/),
    });
  });
});
