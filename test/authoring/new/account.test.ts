import { expect, test } from 'vitest';
import { newAccount } from '../../../src/authoring/new/account.ts';
import { readAccount } from '../../../src/aws/sandbox/index.ts';

test('it is an account as it is', () => {
  const { account, problems } = readAccount(newAccount, '_account.yaml');
  expect(problems).toEqual([]);
  expect(account?.users).toHaveLength(1);
});

test('it is an account with all sections, each of which has something', () => {
  const whole = newAccount.replaceAll(/^#(?! \S)/gm, '');
  const { account, problems } = readAccount(whole, '_account.yaml');
  expect(problems).toEqual([]);
  expect(Object.values(account ?? {}).filter((part) => part === undefined || part.length === 0)).toEqual([]);
  expect(Object.keys(account ?? {}).sort()).toEqual([
    ...['buckets', 'files', 'groups', 'id', 'managedPolicies', 'profiles', 'region', 'roles'],
    ...['takenBucketNames', 'users', 'vpcs'],
  ]);
});
