import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openIam } from './open.ts';

standStill();

const SYNTAX = 'Syntax errors in policy.';
const Resource = '*';
const Action = 's3:GetObject';
const Effect = 'Allow';
const of = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });

const put = (document: unknown) =>
  openIam().call('PutUserPolicy', {
    UserName: 'nobody',
    PolicyName: 'p',
    PolicyDocument: typeof document === 'string' ? document : JSON.stringify(document),
  });

describe('an identity-based policy', () => {
  test.each<[string, object]>([
    ['of one statement', { Version: '2012-10-17', Statement: { Effect, Action, Resource } }],
    ['of 2008', { Version: '2008-10-17', Statement: [{ Effect, Action, Resource }] }],
    ['without a version', { Statement: [{ Effect, Action, Resource }] }],
    ['with an id', { Id: 'mine', ...of({ Sid: 'A1', Effect, Action, Resource }) }],
    ['with the negatives', of({ Effect, NotAction: ['iam:*'], NotResource: ['arn:aws:s3:::b/*'] })],
    [
      'with a condition',
      of({ Effect, Action, Resource, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    ],
    [
      'with wildcards and variables',
      of({ Effect, Action: 's3:*Get?', Resource: 'arn:aws:s3:::${aws:username}/*' }),
    ],
    ['with empty Sids', of({ Sid: '', Effect, Action, Resource }, { Sid: '', Effect, Action, Resource })],
  ])('%s is taken', async (_, document) => {
    await put(document);
  });

  test.each<[unknown, string]>([
    ['{', SYNTAX],
    ['[]', SYNTAX],
    ['"text"', SYNTAX],
    [{}, SYNTAX],
    [of(), SYNTAX],
    [{ ...of({ Effect, Action, Resource }), Extra: 1 }, SYNTAX],
    [{ ...of({ Effect, Action, Resource }), Version: '2012-10-18' }, SYNTAX],
    [of({ Effect: 'allow', Action, Resource }), SYNTAX],
    [of({ Action, Resource }), SYNTAX],
    [of({ Effect, Action, Resource, Extra: 1 }), SYNTAX],
    [of({ Effect, Action, NotAction: Action, Resource }), SYNTAX],
    [of({ Effect, Action, Resource, NotResource: Resource }), SYNTAX],
    [of({ Effect, Action: 1, Resource }), SYNTAX],
    [of({ Effect, Action, Resource: [Resource, 1] }), SYNTAX],
    [
      of({ Sid: 'a b', Effect, Action, Resource }),
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    ],
    [
      of({ Effect, Action, Resource, Condition: { stringEquals: { 'aws:username': 'a' } } }),
      'Invalid Condition type : stringEquals',
    ],
    [of({ Effect, Action, Resource, Condition: { Bool: { 'aws:SecureTransport': {} } } }), SYNTAX],
    [of({ Effect, Action: 's3:', Resource }), SYNTAX],
    [of({ Effect, Action, Resource, Condition: { Bool: 'true' } }), SYNTAX],
    [of({ Effect, Resource }), 'Policy statement must contain actions.'],
    [of({ Effect, Action: [], Resource }), 'Policy statement must contain actions.'],
    [of({ Effect, Action }), 'Policy statement must contain resources.'],
    [of({ Effect, Action, Resource: [] }), 'Policy statement must contain resources.'],
    [of({ Effect, Action, Resource, Principal: '*' }), 'Policy document should not specify a principal.'],
    [
      of({ Effect, Action: 'GetObject', Resource }),
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
    [of({ Effect, Action: 's3:Get:Object', Resource }), 'Actions/Condition can contain only one colon.'],
    [of({ Effect, Action: 's3 :GetObject', Resource }), 'Vendor s3  is not valid'],
    [of({ Effect, Action, Resource: 'bucket' }), 'Resource bucket must be in ARN format or "*".'],
    [
      of({ Sid: 'a', Effect, Action, Resource }, { Sid: 'a', Effect, Action, Resource }),
      'Statement IDs (SID) in a single policy must be unique.',
    ],
  ])('%j is malformed', async (document, message) => {
    const error = await put(document).then(
      () => undefined,
      (refused: Error) => refused,
    );
    expect(error).toMatchObject({ name: 'MalformedPolicyDocumentException', message });
  });
});

describe('a trust policy', () => {
  const trust = (statement: object) => of({ Effect, Action: 'sts:AssumeRole', ...statement });
  const create = async (document: unknown) => {
    const { call } = openIam();
    await call('CreateUser', { UserName: 'bob', Path: '/developers/' });
    return call('CreateRole', {
      RoleName: 'r',
      AssumeRolePolicyDocument: typeof document === 'string' ? document : JSON.stringify(document),
    });
  };

  test.each<[object]>([
    [{ Principal: '*' }],
    [{ Principal: { AWS: '*' } }],
    [{ Principal: { AWS: '999999999999' } }],
    [{ Principal: { AWS: 'arn:aws:iam::123456789012:root' } }],
    [{ Principal: { AWS: ['arn:aws:iam::123456789012:user/developers/bob'] } }],
    [{ Principal: { AWS: 'arn:aws:iam::999999999999:user/unknown-to-us' } }],
    [{ Principal: { AWS: 'arn:aws:sts::123456789012:assumed-role/r/session' } }],
    [{ Principal: { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] } }],
    [{ Principal: { Federated: 'cognito-identity.amazonaws.com' }, Action: 'sts:AssumeRoleWithWebIdentity' }],
    [{ Principal: { AWS: '*' }, Action: ['sts:AssumeRole', 'sts:TagSession'] }],
    [{ Principal: { AWS: '*' }, Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }],
  ])('that has %j is taken', async (statement) => {
    await create(trust(statement));
  });

  test.each<[unknown, string]>([
    ['{', 'This policy contains invalid Json'],
    [{}, SYNTAX],
    [trust({}), 'Missing required field Principal'],
    [trust({ Principal: {} }), 'Missing required field Principal cannot be empty!'],
    [trust({ Principal: '*', Resource: '*' }), 'Has prohibited field Resource'],
    [
      trust({ Principal: '*', Action: 's3:GetObject' }),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    [of({ Effect, Principal: '*' }), 'Missing required field Action'],
    [
      trust({ Principal: { AWS: 'arn:aws:iam::123456789012:user/bob' } }),
      'Invalid principal in policy: "AWS":"arn:aws:iam::123456789012:user/bob"',
    ],
    [trust({ Principal: { AWS: 'bob' } }), 'Invalid principal in policy: "AWS":"bob"'],
    [trust({ Principal: { Service: 'ec2' } }), 'Invalid principal in policy: "SERVICE":"ec2"'],
    [trust({ Principal: '*', Extra: 1 }), SYNTAX],
  ])('%j is malformed', async (document, message) => {
    const error = await create(document).then(
      () => undefined,
      (refused: Error) => refused,
    );
    expect(error).toMatchObject({ name: 'MalformedPolicyDocumentException', message });
  });
});
