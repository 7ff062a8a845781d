import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openIam, TRUST } from './open.ts';

standStill();

const LAMBDA = 'arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole';

interface Page {
  readonly Policies?: object[];
  readonly Marker?: string;
}

describe('a policy of AWS whose document is not shipped', () => {
  test('is attached, listed among the attached ones, and detached', async () => {
    const { call } = openIam();
    await call('CreateRole', { RoleName: 'function', AssumeRolePolicyDocument: TRUST });
    await call('AttachRolePolicy', { RoleName: 'function', PolicyArn: LAMBDA });
    expect(await call('ListAttachedRolePolicies', { RoleName: 'function' })).toMatchObject({
      AttachedPolicies: [{ PolicyName: 'AWSLambdaKinesisExecutionRole', PolicyArn: LAMBDA }],
    });
    expect(await call('ListEntitiesForPolicy', { PolicyArn: LAMBDA })).toMatchObject({
      PolicyRoles: [{ RoleName: 'function' }],
    });
    await call('DetachRolePolicy', { RoleName: 'function', PolicyArn: LAMBDA });
    expect(await call('ListAttachedRolePolicies', { RoleName: 'function' })).toMatchObject({
      AttachedPolicies: [],
    });
  });

  test('is listed with the version and the dates that AWS gives it', async () => {
    const { call } = openIam();
    const found: unknown[] = [];
    let Marker: string | undefined;
    do {
      const input = { Scope: 'AWS', MaxItems: 1000, Marker };
      const page = (await call('ListPolicies', input)) as unknown as Page;
      found.push(...(page.Policies ?? []));
      Marker = page.Marker;
    } while (Marker);
    expect(found.length).toBeGreaterThan(1400);
    expect(found).toContainEqual(
      expect.objectContaining({
        Arn: LAMBDA,
        Path: '/service-role/',
        DefaultVersionId: 'v2',
        CreateDate: new Date('2015-04-09T15:14:16Z'),
      }),
    );
  });

  test('is not described: the sandbox says what it does not have', async () => {
    const { call } = openIam();
    for (const [name, input] of [
      ['GetPolicy', { PolicyArn: LAMBDA }],
      ['GetPolicyVersion', { PolicyArn: LAMBDA, VersionId: 'v1' }],
    ] as const)
      expect(await refusal(call(name, input))).toMatchObject({
        status: 501,
        message: `The Tejun sandbox can list and attach ${LAMBDA}, but does not have its description and document.`,
      });
  });

  test('is refused where AWS has none of that name', async () => {
    const { call } = openIam();
    const PolicyArn = 'arn:aws:iam::aws:policy/AWSLambdaKinesisExecutionRole';
    expect(await refusal(call('AttachUserPolicy', { UserName: 'nobody', PolicyArn }))).toMatchObject({
      message: `Policy ${PolicyArn} does not exist or is not attachable.`,
    });
  });

  test('leaves a call that it may allow unanswered, and one that others allow as it is', async () => {
    const { call, callAsNobody } = openIam();
    await call('AttachUserPolicy', { UserName: 'nobody', PolicyArn: LAMBDA });
    expect(await refusal(callAsNobody('ListUsers', {}))).toMatchObject({
      status: 501,
      message: `The answer to iam:ListUsers depends on ${LAMBDA}, whose document the Tejun sandbox does not have.`,
    });
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    await call('AttachUserPolicy', { UserName: 'nobody', PolicyArn });
    expect(await callAsNobody('ListUsers', {})).toHaveProperty('Users');
  });
});
