import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { ALLOW } from './open.ts';
import { kinds, open } from './open-role.ts';

standStill();

describe.each(kinds)('inline policies of a %s', (kind, limit) => {
  const owner = { [`${kind}Name`]: 'x' };

  test('are kept as they were written, and given back URL-encoded', async () => {
    const { call, refused } = await open();
    const PolicyDocument = `{ "Version": "2012-10-17",\n "Statement": { "Effect": "Deny", "Action": ["iam:*"], "Resource": "*" } }`;
    await call(`Put${kind}Policy`, { ...owner, PolicyName: 'b', PolicyDocument });
    await call(`Put${kind}Policy`, { ...owner, PolicyName: 'a', PolicyDocument: ALLOW });
    const got = await call(`Get${kind}Policy`, { ...owner, PolicyName: 'b' });
    const text = String((got as unknown as { PolicyDocument: string }).PolicyDocument);
    expect(got).toEqual({ ...owner, PolicyName: 'b', PolicyDocument: text });
    expect(text).toMatch(/^%7B%20%22Version%22.*%2A/);
    expect(decodeURIComponent(text)).toBe(PolicyDocument);
    expect(await call(`List${kind}Policies`, owner)).toEqual({ PolicyNames: ['a', 'b'], IsTruncated: false });
    await call(`Delete${kind}Policy`, { ...owner, PolicyName: 'b' });
    for (const operation of [`Get${kind}Policy`, `Delete${kind}Policy`])
      expect(await refused(operation, { ...owner, PolicyName: 'b' })).toEqual({
        code: 'NoSuchEntityException',
        message: `The ${kind.toLowerCase()} policy with name b cannot be found.`,
        status: 404,
      });
  });

  test('have a size that all of them share, white space apart', async () => {
    const { call, refused } = await open();
    const ofSize = (size: number) => {
      const without = ALLOW.replace('*', '').length;
      return ALLOW.replace('*', `arn:aws:s3:::${'x'.repeat(size - without - 13)}`);
    };
    await call(`Put${kind}Policy`, { ...owner, PolicyName: 'a', PolicyDocument: ofSize(limit - 300) });
    await call(`Put${kind}Policy`, {
      ...owner,
      PolicyName: 'b',
      PolicyDocument: `${ofSize(300)}${' '.repeat(500)}`,
    });
    const tooBig = { ...owner, PolicyName: 'b', PolicyDocument: ofSize(301) };
    expect(await refused(`Put${kind}Policy`, tooBig)).toEqual({
      code: 'LimitExceededException',
      message: `Maximum policy size of ${limit} bytes exceeded for ${kind.toLowerCase()} x`,
      status: 409,
    });
  });
});

test.each([
  ['User', { UserName: 'nobody' }],
  ['Group', { GroupName: 'x' }],
])('inline policies of a %s do their work at once', async (kind, owner) => {
  const { call, callAsNobody } = await open();
  const PolicyDocument = ALLOW.replace('s3:GetObject', 'iam:ListGroups');
  await call('AddUserToGroup', { GroupName: 'x', UserName: 'nobody' });
  await expect(callAsNobody('ListGroups')).rejects.toThrow('because no identity-based policy allows');
  await call(`Put${kind}Policy`, { ...owner, PolicyName: 'a', PolicyDocument });
  await callAsNobody('ListGroups');
  await call(`Delete${kind}Policy`, { ...owner, PolicyName: 'a' });
  await expect(callAsNobody('ListGroups')).rejects.toThrow();
});
