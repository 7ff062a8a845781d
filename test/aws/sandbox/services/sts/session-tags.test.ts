import { ListBucketsCommand } from '@aws-sdk/client-s3';
import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { ACCOUNT, allow, openAccount, policy, roleArn, trust } from './open.ts';

standStill();

const denied = (message: string) => ({ code: 'AccessDenied', message, status: 403 });

const buckets = new ListBucketsCommand({});

describe('what a session carries', () => {
  test('a source identity, which goes on and cannot be changed', async () => {
    const { admin, role, assume, as } = openAccount();
    const next = [allow(['sts:AssumeRole', 'sts:SetSourceIdentity'])];
    await role('first', trust(), next);
    const Condition = { StringEquals: { 'aws:SourceIdentity': 'alice' } };
    await role('second', trust(), [allow('s3:*', { Condition })]);
    const first = await assume(admin, 'first', { SourceIdentity: 'alice' });
    expect(first.SourceIdentity).toBe('alice');
    const second = await assume(as(first.Credentials), 'second');
    expect(second.SourceIdentity).toBe('alice');
    await as(second.Credentials).s3.send(buckets);
    expect((await refusal(assume(as(first.Credentials), 'second', { SourceIdentity: 'bob' }))).code).toBe(
      'AccessDenied',
    );
    const { Credentials } = await assume(admin, 'second');
    expect((await refusal(as(Credentials).s3.send(buckets))).code).toBe('AccessDenied');
  });

  test('only where the trust policy lets it be set', async () => {
    const { admin, role, assume } = openAccount();
    await role('plain', policy({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }));
    const refused = (action: string) =>
      denied(
        `User: arn:aws:iam::${ACCOUNT}:user/admin is not authorized to perform: ${action} on resource: ${roleArn('plain')}`,
      );
    expect(await refusal(assume(admin, 'plain', { SourceIdentity: 'alice' }))).toEqual(
      refused('sts:SetSourceIdentity'),
    );
    const Tags = [{ Key: 'a', Value: 'b' }];
    expect(await refusal(assume(admin, 'plain', { Tags }))).toEqual(refused('sts:TagSession'));
  });

  test('tags, which win over those of the role; transitive ones go on', async () => {
    const { admin, role, assume, as } = openAccount();
    const own = { Tags: [{ Key: 'team', Value: 'green' }] };
    await role('first', trust(), [allow(['sts:AssumeRole', 'sts:TagSession'])], own);
    const Condition = { StringEquals: { 'aws:PrincipalTag/team': 'blue' } };
    await role('second', trust(), [allow('s3:*', { Condition })], own);
    const Tags = [{ Key: 'Team', Value: 'blue' }];
    await as((await assume(admin, 'second', { Tags })).Credentials).s3.send(buckets);
    const handed = await assume(admin, 'first', { Tags, TransitiveTagKeys: ['Team'] });
    await as((await assume(as(handed.Credentials), 'second')).Credentials).s3.send(buckets);
    expect((await refusal(assume(as(handed.Credentials), 'second', { Tags }))).code).toBe(
      'InvalidParameterValue',
    );
    const kept = await assume(admin, 'first', { Tags });
    const { Credentials } = await assume(as(kept.Credentials), 'second');
    expect((await refusal(as(Credentials).s3.send(buckets))).code).toBe('AccessDenied');
  });

  test('tags that are handed on need the next role to let them', async () => {
    const { admin, role, assume, as } = openAccount();
    await role('first', trust(), [allow(['sts:AssumeRole', 'sts:TagSession'])]);
    await role('plain', policy({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }));
    const Tags = [{ Key: 'team', Value: 'blue' }];
    const handing = await assume(admin, 'first', { Tags, TransitiveTagKeys: ['team'] });
    const { message } = await refusal(assume(as(handing.Credentials), 'plain'));
    expect(message).toContain('is not authorized to perform: sts:TagSession on resource');
    await assume(as((await assume(admin, 'first', { Tags })).Credentials), 'plain');
  });

  test.each<[Partial<AssumeRoleCommandInput>, string]>([
    [
      {
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'A', Value: '2' },
        ],
      },
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ],
    [
      { TransitiveTagKeys: ['a'] },
      'The specified transitive tag key must be included in the requested tags.',
    ],
  ])('%j', async (input, message) => {
    const { admin, role, assume } = openAccount();
    await role('reader');
    expect(await refusal(assume(admin, 'reader', input))).toEqual({
      code: 'InvalidParameterValue',
      message,
      status: 400,
    });
  });
});
