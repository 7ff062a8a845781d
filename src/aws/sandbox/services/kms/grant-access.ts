import { type ResourceScope, ServiceError } from '../../operation/index.ts';
import { type Grant, keyStore } from './kms-state.ts';

/**
 * Writes grants as statements of a policy. Encryption contexts bear on the operations that have one (Developer Guide,
 * "Using grant constraints").
 */
export function grantStatements(grants: readonly Grant[]): unknown[] {
  return grants.flatMap((grant) => {
    const condition = conditionOf(grant.constraints);
    const free = grant.operations.filter((name) => !condition || !CONTEXTUAL.has(name));
    const bound = grant.operations.filter((name) => condition && CONTEXTUAL.has(name));
    return [statementOf(grant, free), statementOf(grant, bound, condition)].flat();
  });
}

const CONTEXTUAL = new Set([
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
]);

function statementOf({ grantee }: Grant, operations: readonly string[], Condition?: unknown): unknown[] {
  if (operations.length === 0) return [];
  const Principal = grantee.startsWith('arn:') ? { AWS: grantee } : { Service: grantee };
  const Action = operations.map((name) => `kms:${name}`);
  return [
    { Effect: 'Allow', Principal, Action, Resource: '*', ...(Condition !== undefined && { Condition }) },
  ];
}

function conditionOf({ EncryptionContextSubset, EncryptionContextEquals }: Grant['constraints'] = {}) {
  const pairs = Object.entries(EncryptionContextEquals ?? EncryptionContextSubset ?? {});
  if (pairs.length === 0) return undefined;
  const StringEquals = Object.fromEntries(
    pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
  );
  if (!EncryptionContextEquals) return { StringEquals };
  const names = pairs.map(([name]) => name);
  return { StringEquals, 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': names } };
}

/**
 * Checks grant tokens. Grants take effect at once here, so that a token adds nothing to its grant. Throws
 * InvalidGrantTokenException, of which AWS says nothing but the code.
 */
export function checkGrantTokens(tokens: readonly string[], place: ResourceScope): void {
  const grants = keyStore(place)
    .keys()
    .flatMap((key) => [...key.grants.values()]);
  const known = new Set(grants.map(({ token }) => token));
  if (!tokens.every((token) => known.has(token)))
    throw new ServiceError(400, 'InvalidGrantTokenException', '');
}
