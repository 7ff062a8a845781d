import { expect, test } from 'vitest';
import { grantStatements } from '../../../../../src/aws/sandbox/services/kms/grant-access.ts';
import type { Grant } from '../../../../../src/aws/sandbox/services/kms/kms-state.ts';

const ROLE = 'arn:aws:iam::123456789012:role/app';
const grant = (more: Partial<Grant>) =>
  ({ grantee: ROLE, operations: ['Decrypt', 'DescribeKey'], ...more }) as Grant;

test('a grant without constraints allows its operations', () => {
  expect(grantStatements([grant({})])).toEqual([
    {
      Effect: 'Allow',
      Principal: { AWS: ROLE },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
    },
  ]);
});

test('a service is another kind of principal', () => {
  expect(grantStatements([grant({ grantee: 'dynamodb.amazonaws.com' })])).toMatchObject([
    { Principal: { Service: 'dynamodb.amazonaws.com' } },
  ]);
});

// Developer Guide, "Using grant constraints": they bear on cryptographic operations only.
test('an encryption context bounds only the operations that have one', () => {
  const constraints = { EncryptionContextSubset: { team: 'blue' } };
  expect(grantStatements([grant({ constraints })])).toMatchObject([
    { Action: ['kms:DescribeKey'] },
    { Action: ['kms:Decrypt'], Condition: { StringEquals: { 'kms:EncryptionContext:team': 'blue' } } },
  ]);
});

test('an equal context allows no other names', () => {
  const constraints = { EncryptionContextEquals: { team: 'blue' } };
  expect(grantStatements([grant({ operations: ['Encrypt'], constraints })])).toMatchObject([
    {
      Condition: {
        StringEquals: { 'kms:EncryptionContext:team': 'blue' },
        'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['team'] },
      },
    },
  ]);
});
