import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { ACCOUNT, openAccount } from './open.ts';

standStill();

const invalid = (message: string) => ({ code: 'ValidationError', message, status: 400 });

describe('wrong input', () => {
  const at = (value: string, member: string, demand: string) =>
    invalid(
      `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${demand}`,
    );

  test.each<[Partial<AssumeRoleCommandInput>, object]>([
    [{ RoleArn: 'nothing-valid-in-here' }, invalid('nothing-valid-in-here is invalid')],
    [{ RoleArn: 'arn:a:a::aaaaaaaaaa:' }, invalid('arn:a:a::aaaaaaaaaa: is invalid')],
    [{ RoleArn: 'arn::b:::something/test-role' }, invalid('arn::b:::something/test-role is invalid')],
    [{ RoleArn: `arn:aws:iam::${ACCOUNT}:user/admin` }, invalid('Request ARN is invalid')],
    [{ RoleArn: 'reader' }, at('reader', 'roleArn', 'have length greater than or equal to 20')],
    [{ RoleSessionName: 'a' }, at('a', 'roleSessionName', 'have length greater than or equal to 2')],
    [
      { RoleSessionName: 'a b' },
      at('a b', 'roleSessionName', 'satisfy regular expression pattern: [\\w+=,.@-]*'),
    ],
    [{ ExternalId: '!!' }, at('!!', 'externalId', 'satisfy regular expression pattern: [\\w+=,.@:\\/-]*')],
    [
      { Tags: [{ Key: '', Value: 'x' }] },
      invalid(
        "2 validation errors detected: Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+",
      ),
    ],
  ])('%j', async (input, error) => {
    const { admin, role, assume } = openAccount();
    await role('reader');
    expect(await refusal(assume(admin, 'reader', input))).toEqual(error);
  });
});
