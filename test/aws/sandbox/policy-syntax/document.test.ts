import { describe, expect, test } from 'vitest';
import {
  identityFaults,
  policyFaults,
  trustFaults,
} from '../../../../src/aws/sandbox/policy-syntax/document.ts';

const ALLOW = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const faults = (document: unknown) =>
  [...policyFaults(document, 'identity')].map(({ code, path }) => `${code} ${path.join('.')}`.trim());
const of = (...statements: unknown[]) => ({ Version: '2012-10-17', Statement: statements });

test.each([
  ['a list of statements', of(ALLOW)],
  ['one statement', { Statement: ALLOW }],
  ['both versions', { Version: '2008-10-17', Statement: [ALLOW] }],
  ['an id', { Id: 'x', Statement: [ALLOW] }],
  ['names of statements', of({ ...ALLOW, Sid: 'A1' }, { ...ALLOW, Sid: 'B2' })],
  ['statements without names', of({ ...ALLOW, Sid: '' }, { ...ALLOW, Sid: '' })],
])('%s is right', (_, document) => {
  expect(faults(document)).toEqual([]);
});

describe('what is wrong with a document', () => {
  test.each([
    ['a text', 'x', ['document']],
    ['a list', [ALLOW], ['document']],
    ['another version', { Version: '2020-01-01', Statement: [ALLOW] }, ['version Version']],
    ['a number for an id', { Id: 1, Statement: [ALLOW] }, ['id Id']],
    ['another field', { Statements: [], Statement: [ALLOW] }, ['unknown-field']],
    ['no statement', of(), ['statement Statement']],
    ['a statement that is a text', of(ALLOW, 'x'), ['statement Statement.1']],
    ['a name twice', of({ ...ALLOW, Sid: 'A' }, { ...ALLOW, Sid: 'A' }), ['repeated-sid Statement.1.Sid']],
    [
      'several',
      { Version: 1, Statement: [{ ...ALLOW, Effect: 'allow' }] },
      ['version Version', 'effect Statement.0.Effect'],
    ],
  ])('%s', (_, document, found) => {
    expect(faults(document)).toEqual(found);
  });
});

const IDENTITY = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/*' };
const TRUST = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };

function found(faults: Iterable<{ code: string; path: readonly unknown[]; value?: string }>): string[] {
  return [...faults].map(({ code, path, value }) => [code, path.join('.'), value].filter(Boolean).join(' '));
}

describe('statement of an identity', () => {
  test.each([
    ['one of each', {}],
    ['all actions', { Action: '*' }],
    ['lists', { Action: ['s3:Get*', 'ec2:?escribe*'], Resource: ['*', 'arn:aws:iam::*:user/*'] }],
    ['negatives', { Action: undefined, NotAction: 'iam:*', Resource: undefined, NotResource: '*' }],
  ])('%s is right', (_, change) => {
    expect(found(identityFaults({ ...IDENTITY, ...change }, []))).toEqual([]);
  });

  test.each([
    ['a principal', { Principal: '*' }, ['misplaced-principal']],
    ['no action', { Action: undefined }, ['no-action']],
    ['an empty list of resources', { Resource: [] }, ['empty-resource Resource']],
    ['an action and its negative', { NotAction: 's3:*' }, ['balance']],
    ['an action without a service', { Action: 'GetObject' }, ['action-without-vendor Action GetObject']],
    ['too many colons', { Action: 's3:Get:Object' }, ['action-with-colons Action s3:Get:Object']],
    ['a service with a wildcard', { Action: ['s3:*', 's*:Get'] }, ['vendor Action.1 s*']],
    ['an action with a space', { Action: 's3:Get Object' }, ['action Action s3:Get Object']],
    ['an action that is a number', { Action: 1 }, ['action Action']],
    ['a short ARN', { Resource: 'arn:aws:s3' }, ['resource-form Resource arn:aws:s3']],
    ['a resource that is none', { Resource: 'bucket' }, ['resource-form Resource bucket']],
  ])('%s is wrong', (_, change, faults) => {
    expect(found(identityFaults({ ...IDENTITY, ...change }, []))).toEqual(faults);
  });
});

describe('statement of a trust policy', () => {
  test.each([
    ['a service', {}],
    ['everybody', { Principal: '*' }],
    ['accounts and roles', { Principal: { AWS: ['123456789012', 'arn:aws:iam::123456789012:root', '*'] } }],
    ['tags of a session', { Action: ['sts:AssumeRole', 'sts:TagSession'] }],
  ])('%s is right', (_, change) => {
    expect(found(trustFaults({ ...TRUST, ...change }, []))).toEqual([]);
  });

  test.each([
    ['a resource', { Resource: '*' }, ['misplaced-resource']],
    ['no principal', { Principal: undefined }, ['no-principal Principal']],
    ['an empty principal', { Principal: {} }, ['empty-principal Principal']],
    ['an empty list', { Principal: { AWS: [] } }, ['principal Principal.AWS']],
    ['a short account', { Principal: { AWS: '1234' } }, ['principal Principal.AWS 1234']],
    [
      'another domain',
      { Principal: { Service: ['ec2.example.com'] } },
      ['principal Principal.Service.0 ec2.example.com'],
    ],
    ['an unknown kind', { Principal: { Other: 'x' } }, ['principal Principal.Other x']],
    ['an action of another service', { Action: 's3:*' }, ['trust-action Action s3:*']],
    ['no action', { Action: undefined }, ['no-action Action']],
  ])('%s is wrong', (_, change, faults) => {
    expect(found(trustFaults({ ...TRUST, ...change }, []))).toEqual(faults);
  });
});
