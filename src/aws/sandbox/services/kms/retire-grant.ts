import type { RetireGrantRequest } from '@aws-sdk/client-kms';
import { defineOperation, identityOf, type OperationContext, ServiceError } from '../../operation/index.ts';
import { findKey, requireOnKey } from './find-key.ts';
import { grantIdConstraint, keyIdConstraint } from './kms-constraints.ts';
import { kmsValidationError, noSuchGrant } from './kms-errors.ts';
import { type Grant, type KmsKey, keyStore } from './kms-state.ts';

export default {
  RetireGrant: defineOperation<RetireGrantRequest, object>({
    constraints: { KeyId: keyIdConstraint, GrantId: grantIdConstraint },
    reads: ['GrantToken'],
    // The grant itself says who may retire it (Developer Guide, "Retiring and revoking grants").
    access: 'none',
    handle: (context) => {
      const { key, grant } = findGrant(context);
      const { arn } = identityOf(context.caller, context.state);
      const isOwn =
        grant.retiring === arn || (grant.grantee === arn && grant.operations.includes('RetireGrant'));
      if (!isOwn) requireOnKey(context, 'RetireGrant', key);
      key.grants.delete(grant.id);
      return {};
    },
  }),
};

function findGrant(context: OperationContext<RetireGrantRequest>): {
  readonly key: KmsKey;
  readonly grant: Grant;
} {
  const { GrantToken, KeyId, GrantId } = context.input;
  if (GrantToken !== undefined) {
    for (const key of keyStore(context).keys())
      for (const grant of key.grants.values()) if (grant.token === GrantToken) return { key, grant };
    throw new ServiceError(400, 'InvalidGrantTokenException', '');
  }
  // Our wording. The rule: API reference, RetireGrant.
  if (KeyId === undefined || GrantId === undefined)
    throw kmsValidationError('Specify a grant token, or both a key and a grant ID.');
  const key = findKey(context, KeyId);
  const grant = key.grants.get(GrantId);
  if (!grant) throw noSuchGrant(GrantId);
  return { key, grant };
}
