import { describe, expect, test } from 'vitest';
import { evaluatePolicies } from '../../../../src/aws/sandbox/policy-engine/evaluate-policies.ts';
import { request } from './requests.ts';

type Ask = [
  what: string,
  action: string,
  resource: string,
  conditions: Record<string, string>,
  decision: string,
];

/** The shapes of the IAM User Guide's example policies, with what it says that they do. */
const examples: Record<string, { statements: object[]; asks: Ask[] }> = {
  'Allows MFA-authenticated IAM users only': {
    statements: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Effect: 'Deny',
        NotAction: ['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'sts:GetSessionToken'],
        Resource: '*',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
    ],
    asks: [
      ['a long-term key', 's3:ListAllMyBuckets', '*', {}, 'explicitly-denied'],
      [
        'a session without',
        's3:ListAllMyBuckets',
        '*',
        { 'aws:MultiFactorAuthPresent': 'false' },
        'explicitly-denied',
      ],
      ['a session with', 's3:ListAllMyBuckets', '*', { 'aws:MultiFactorAuthPresent': 'true' }, 'allowed'],
      ['what is left open', 'iam:EnableMFADevice', '*', {}, 'allowed'],
    ],
  },
  'The same with Bool: a long-term key gets through': {
    statements: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
    ],
    asks: [
      ['a long-term key', 's3:ListAllMyBuckets', '*', {}, 'allowed'],
      [
        'a session without',
        's3:ListAllMyBuckets',
        '*',
        { 'aws:MultiFactorAuthPresent': 'false' },
        'explicitly-denied',
      ],
    ],
  },
  'MFA within the last hour': {
    statements: [
      {
        Effect: 'Allow',
        Action: 'ec2:TerminateInstances',
        Resource: '*',
        Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } },
      },
    ],
    asks: [
      ['in time', 'ec2:TerminateInstances', '*', { 'aws:MultiFactorAuthAge': '3599' }, 'allowed'],
      ['too late', 'ec2:TerminateInstances', '*', { 'aws:MultiFactorAuthAge': '3600' }, 'implicitly-denied'],
      ['without', 'ec2:TerminateInstances', '*', {}, 'implicitly-denied'],
    ],
  },
  'Allows access within specific dates': {
    statements: [
      {
        Effect: 'Allow',
        Action: 'service-prefix:action-name',
        Resource: '*',
        Condition: {
          DateGreaterThan: { 'aws:CurrentTime': '2020-04-01T00:00:00Z' },
          DateLessThan: { 'aws:CurrentTime': '2020-06-30T23:59:59Z' },
        },
      },
    ],
    asks: [
      [
        'before',
        'service-prefix:action-name',
        '*',
        { 'aws:CurrentTime': '2020-03-31T23:59:59Z' },
        'implicitly-denied',
      ],
      ['within', 'service-prefix:action-name', '*', { 'aws:CurrentTime': '2020-05-01T00:00:00Z' }, 'allowed'],
      [
        'after',
        'service-prefix:action-name',
        '*',
        { 'aws:CurrentTime': '2020-07-01T00:00:00Z' },
        'implicitly-denied',
      ],
    ],
  },
  'Denies access based on the requested Region': {
    statements: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Effect: 'Deny',
        NotAction: ['cloudfront:*', 'iam:*', 'route53:*', 'support:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
      },
    ],
    asks: [
      ['there', 'ec2:DescribeVpcs', '*', { 'aws:RequestedRegion': 'eu-west-1' }, 'allowed'],
      ['elsewhere', 'ec2:DescribeVpcs', '*', { 'aws:RequestedRegion': 'us-east-1' }, 'explicitly-denied'],
      ['a global service', 'iam:ListUsers', '*', { 'aws:RequestedRegion': 'us-east-1' }, 'allowed'],
    ],
  },
  'Denies access based on the source IP': {
    statements: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: {
          NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24'] },
          Bool: { 'aws:ViaAWSService': 'false' },
        },
      },
    ],
    asks: [
      [
        'from within',
        's3:GetObject',
        'arn:aws:s3:::b/k',
        { 'aws:SourceIp': '192.0.2.7', 'aws:ViaAWSService': 'false' },
        'allowed',
      ],
      [
        'from elsewhere',
        's3:GetObject',
        'arn:aws:s3:::b/k',
        { 'aws:SourceIp': '198.51.100.7', 'aws:ViaAWSService': 'false' },
        'explicitly-denied',
      ],
      [
        'by a service',
        's3:GetObject',
        'arn:aws:s3:::b/k',
        { 'aws:SourceIp': '198.51.100.7', 'aws:ViaAWSService': 'true' },
        'allowed',
      ],
    ],
  },
  'Allows IAM users access to their S3 home directory': {
    statements: [
      { Effect: 'Allow', Action: ['s3:ListAllMyBuckets', 's3:GetBucketLocation'], Resource: '*' },
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::amzn-s3-demo-bucket',
        Condition: { StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/*'] } },
      },
      {
        Effect: 'Allow',
        Action: 's3:*',
        Resource: [
          'arn:aws:s3:::amzn-s3-demo-bucket/home/${aws:username}',
          'arn:aws:s3:::amzn-s3-demo-bucket/home/${aws:username}/*',
        ],
      },
    ],
    asks: [
      [
        'the top',
        's3:ListBucket',
        'arn:aws:s3:::amzn-s3-demo-bucket',
        { 'aws:username': 'alice', 's3:prefix': '' },
        'allowed',
      ],
      [
        'home',
        's3:ListBucket',
        'arn:aws:s3:::amzn-s3-demo-bucket',
        { 'aws:username': 'alice', 's3:prefix': 'home/alice/x' },
        'allowed',
      ],
      [
        "another's home",
        's3:ListBucket',
        'arn:aws:s3:::amzn-s3-demo-bucket',
        { 'aws:username': 'alice', 's3:prefix': 'home/bob/' },
        'implicitly-denied',
      ],
      [
        'an object',
        's3:PutObject',
        'arn:aws:s3:::amzn-s3-demo-bucket/home/alice/x',
        { 'aws:username': 'alice' },
        'allowed',
      ],
      [
        "another's object",
        's3:PutObject',
        'arn:aws:s3:::amzn-s3-demo-bucket/home/bob/x',
        { 'aws:username': 'alice' },
        'implicitly-denied',
      ],
    ],
  },
  'Allows IAM users to manage their own credentials': {
    statements: [
      {
        Effect: 'Allow',
        Action: ['iam:*AccessKey*', 'iam:GetUser'],
        Resource: 'arn:aws:iam::*:user/${aws:username}',
      },
    ],
    asks: [
      [
        'own',
        'iam:CreateAccessKey',
        'arn:aws:iam::123456789012:user/alice',
        { 'aws:username': 'alice' },
        'allowed',
      ],
      [
        "another's",
        'iam:CreateAccessKey',
        'arn:aws:iam::123456789012:user/bob',
        { 'aws:username': 'alice' },
        'implicitly-denied',
      ],
      [
        'a role has no user name',
        'iam:CreateAccessKey',
        'arn:aws:iam::123456789012:user/',
        {},
        'implicitly-denied',
      ],
    ],
  },
  'Requires the caller to use encryption in transit': {
    statements: [
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      {
        Effect: 'Deny',
        Action: 's3:*',
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
    asks: [
      ['http', 's3:GetObject', 'arn:aws:s3:::b/k', { 'aws:SecureTransport': 'false' }, 'explicitly-denied'],
      ['https', 's3:GetObject', 'arn:aws:s3:::b/k', { 'aws:SecureTransport': 'true' }, 'allowed'],
    ],
  },
};

describe.each(Object.entries(examples))('%s', (_title, { statements, asks }) => {
  test.each(asks)('%s', (_what, action, resource, conditions, decision) => {
    const document = { Version: '2012-10-17', Statement: statements };
    expect(evaluatePolicies([document], request(conditions, { action, resource }))).toBe(decision);
  });
});
