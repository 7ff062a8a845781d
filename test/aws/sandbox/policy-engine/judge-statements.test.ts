import { describe, expect, test } from 'vitest';
import { decide, type PolicySet } from '../../../../src/aws/sandbox/policy-engine/index.ts';
import { allow, deny, request } from './requests.ts';

const ACCOUNT = '123456789012';
const USER = `arn:aws:iam::${ACCOUNT}:user/alice`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/reader`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/reader/s`;

const yes = { allowed: true };
const no = (by: string) => ({ allowed: false, explicit: false, by });
const never = (by: string) => ({ allowed: false, explicit: true, by });

const puts = allow({ Action: 's3:Put*' });
const gets = allow({ Action: 's3:Get*' });
const denies = deny({ Action: 's3:Get*' });

describe('within one account', () => {
  test.each<[string, PolicySet, object]>([
    ['no policy at all', { identity: [] }, no('identity')],
    ['one of several policies', { identity: [puts, gets] }, yes],
    ['a boundary alone allows nothing', { identity: [], boundary: gets }, no('identity')],
    ['policy and boundary', { identity: [gets], boundary: gets }, yes],
    ['the boundary does not', { identity: [gets], boundary: puts }, no('boundary')],
    ['policy and session policy', { identity: [gets], session: [puts, gets] }, yes],
    ['the session policy does not', { identity: [gets], session: [puts] }, no('session')],
    ['no session policy where one is needed', { identity: [gets], session: [] }, no('session')],
    ['a session policy gives nothing of its own', { identity: [puts], session: [gets] }, no('identity')],
    ['all three', { identity: [gets], boundary: gets, session: [gets] }, yes],
    ['a denial in a policy', { identity: [gets, denies], session: [gets] }, never('identity')],
    ['a denial in a boundary', { identity: [gets], boundary: denies }, never('boundary')],
    ['a denial in a session policy', { identity: [gets], session: [gets, denies] }, never('session')],
  ])('%s', (_name, policies, verdict) => {
    expect(decide(policies, request())).toEqual(verdict);
  });
});

describe('with a trust policy', () => {
  const alice = { accountId: ACCOUNT, arn: USER };
  const session = { accountId: ACCOUNT, arn: SESSION, roleArn: ROLE };
  const trusting = (Principal: unknown, rest: object = {}) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, ...rest }],
  });
  const root = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
  const may = allow({ Action: 'sts:AssumeRole' });
  const other = allow({ Action: 's3:*' });

  test.each<[string, typeof alice & { roleArn?: string }, PolicySet, object]>([
    ['the account, and the user may', alice, { identity: [may], trust: trusting(root) }, yes],
    ['the account by its number', alice, { identity: [may], trust: trusting({ AWS: ACCOUNT }) }, yes],
    ['the account, and the user may not', alice, { identity: [], trust: trusting(root) }, no('identity')],
    ['the user itself', alice, { identity: [], trust: trusting({ AWS: USER }) }, yes],
    [
      'the user itself, whatever its boundary leaves out',
      alice,
      { identity: [], boundary: other, trust: trusting({ AWS: [ROLE, USER] }) },
      yes,
    ],
    [
      'the user itself, denied',
      alice,
      { identity: [deny({ Action: 'sts:*' })], trust: trusting({ AWS: USER }) },
      never('identity'),
    ],
    ['everyone', alice, { identity: [], trust: trusting('*') }, yes],
    ['everyone of AWS', alice, { identity: [], trust: trusting({ AWS: '*' }) }, yes],
    ['another user', alice, { identity: [may], trust: trusting({ AWS: `${USER}2` }) }, no('trust')],
    ['another account', alice, { identity: [may], trust: trusting({ AWS: '210987654321' }) }, no('trust')],
    ['a service', alice, { identity: [may], trust: trusting({ Service: 'ec2.amazonaws.com' }) }, no('trust')],
    ['a role, by its session', session, { identity: [], trust: trusting({ AWS: ROLE }) }, yes],
    [
      'a role whose boundary does not allow',
      session,
      { identity: [], boundary: other, trust: trusting({ AWS: ROLE }) },
      no('boundary'),
    ],
    [
      'a role whose session policy does not allow',
      session,
      { identity: [], session: [other], trust: trusting({ AWS: ROLE }) },
      no('session'),
    ],
    [
      'the session itself',
      session,
      { identity: [], session: [other], trust: trusting({ AWS: SESSION }) },
      yes,
    ],
    [
      'a condition that does not hold',
      alice,
      {
        identity: [may],
        trust: trusting(root, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      },
      no('trust'),
    ],
    [
      'a denial',
      alice,
      {
        identity: [may],
        trust: {
          Statement: [
            ...trusting(root).Statement,
            { Effect: 'Deny', Action: 'sts:AssumeRole', Principal: { AWS: USER } },
          ],
        },
      },
      never('trust'),
    ],
    [
      'a denial of all but the user',
      alice,
      {
        identity: [may],
        trust: {
          Statement: [
            ...trusting(root).Statement,
            { Effect: 'Deny', Action: 'sts:AssumeRole', NotPrincipal: { AWS: USER } },
          ],
        },
      },
      yes,
    ],
    [
      'a denial of all but another',
      alice,
      {
        identity: [may],
        trust: {
          Statement: [
            ...trusting(root).Statement,
            { Effect: 'Deny', Action: 'sts:AssumeRole', NotPrincipal: { AWS: ROLE } },
          ],
        },
      },
      never('trust'),
    ],
  ])('%s', (_name, principal, policies, verdict) => {
    expect(decide(policies, request({}, { action: 'sts:AssumeRole', resource: ROLE, principal }))).toEqual(
      verdict,
    );
  });
});
