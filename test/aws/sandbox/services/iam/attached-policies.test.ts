import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { ALLOW, S3_READ } from './open.ts';
import { ARN, kinds, open } from './open-role.ts';

standStill();

describe.each(kinds)('attached policies of a %s', (kind) => {
  const owner = { [`${kind}Name`]: 'x' };

  test('are listed until they are detached', async () => {
    const { call, refused } = await open();
    await call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW });
    for (const PolicyArn of [ARN, S3_READ, ARN]) await call(`Attach${kind}Policy`, { ...owner, PolicyArn });
    expect(await call(`ListAttached${kind}Policies`, owner)).toEqual({
      AttachedPolicies: [
        { PolicyName: 'AmazonS3ReadOnlyAccess', PolicyArn: S3_READ },
        { PolicyName: 'rules', PolicyArn: ARN },
      ],
      IsTruncated: false,
    });
    expect(await call('GetPolicy', { PolicyArn: ARN })).toMatchObject({ Policy: { AttachmentCount: 1 } });
    await call(`Detach${kind}Policy`, { ...owner, PolicyArn: S3_READ });
    expect(await refused(`Detach${kind}Policy`, { ...owner, PolicyArn: S3_READ })).toEqual({
      code: 'NoSuchEntityException',
      message: `Policy ${S3_READ} was not found.`,
      status: 404,
    });
  });

  test('are ten at most', async () => {
    const { call, refused } = await open();
    for (let i = 0; i <= 10; i++) await call('CreatePolicy', { PolicyName: `p${i}`, PolicyDocument: ALLOW });
    const attach = (i: number) => ({ ...owner, PolicyArn: `arn:aws:iam::123456789012:policy/p${i}` });
    for (let i = 0; i < 10; i++) await call(`Attach${kind}Policy`, attach(i));
    await call(`Attach${kind}Policy`, attach(9));
    expect(await refused(`Attach${kind}Policy`, attach(10))).toEqual({
      code: 'LimitExceededException',
      message: `Cannot exceed quota for PoliciesPer${kind}: 10`,
      status: 409,
    });
  });

  test.each([
    ['longpolicynamebutnoarn', 'InvalidInputException', 'ARN longpolicynamebutnoarn is not valid.', 400],
    [
      'arn:aws:iam::123456789012:policy/none',
      'NoSuchEntityException',
      'Policy arn:aws:iam::123456789012:policy/none does not exist or is not attachable.',
      404,
    ],
  ])('%s cannot be attached', async (PolicyArn, code, message, status) => {
    const { refused } = await open();
    expect(await refused(`Attach${kind}Policy`, { ...owner, PolicyArn })).toEqual({ code, message, status });
  });
});
