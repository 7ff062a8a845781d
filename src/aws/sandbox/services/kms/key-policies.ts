import type {
  GetKeyPolicyRequest,
  GetKeyPolicyResponse,
  ListKeyPoliciesRequest,
  ListKeyPoliciesResponse,
  PutKeyPolicyRequest,
} from '@aws-sdk/client-kms';
import { defineOperation, type OperationContext, ServiceError } from '../../operation/index.ts';
import { checkNotPending, findKey, onKey } from './find-key.ts';
import { checkKeyPolicy } from './key-policy-text.ts';
import {
  keyIdConstraint,
  keyListLimit,
  keyListMarker,
  keyPolicyName,
  keyPolicyText,
} from './kms-constraints.ts';
import { invalidKmsMarker, kmsNotFound, malformedKeyPolicy } from './kms-errors.ts';

/** API reference: "The only valid value is `default`". */
const ONLY_NAME = 'default';

export default {
  GetKeyPolicy: defineOperation<GetKeyPolicyRequest, GetKeyPolicyResponse>({
    constraints: { KeyId: keyIdConstraint, PolicyName: keyPolicyName },
    access: onKey('GetKeyPolicy'),
    handle: (context) => {
      checkName(context.input);
      return { Policy: findKey(context, context.input.KeyId ?? '').policy, PolicyName: ONLY_NAME };
    },
  }),
  PutKeyPolicy: defineOperation<PutKeyPolicyRequest, object>({
    constraints: { KeyId: keyIdConstraint, PolicyName: keyPolicyName, Policy: keyPolicyText },
    reads: ['BypassPolicyLockoutSafetyCheck'],
    access: onKey<PutKeyPolicyRequest>('PutKeyPolicy', ({ input }) => ({
      'kms:BypassPolicyLockoutSafetyCheck': String(input.BypassPolicyLockoutSafetyCheck ?? false),
    })),
    handle: (context) => {
      const { KeyId = '', Policy = '', BypassPolicyLockoutSafetyCheck } = context.input;
      checkName(context.input);
      const key = findKey(context, KeyId);
      checkNotPending(key);
      checkKeyPolicy(Policy);
      if (!BypassPolicyLockoutSafetyCheck) checkLockout(context, Policy, key.arn);
      key.policy = Policy;
      return {};
    },
  }),
  ListKeyPolicies: defineOperation<ListKeyPoliciesRequest, ListKeyPoliciesResponse>({
    constraints: { KeyId: keyIdConstraint, Limit: keyListLimit, Marker: keyListMarker },
    access: onKey('ListKeyPolicies'),
    handle: ({ input }) => {
      // There is no second page, whatever the limit.
      if (input.Marker !== undefined) throw invalidKmsMarker();
      return { PolicyNames: [ONLY_NAME], Truncated: false };
    },
  }),
};

/** Our wording. */
function checkName({ PolicyName = ONLY_NAME }: { readonly PolicyName?: string | undefined }): void {
  if (PolicyName !== ONLY_NAME) throw kmsNotFound(`No such policy exists: ${PolicyName}`);
}

/** Refuses a policy under which the caller could not change that of the key again. Throws MalformedPolicyDocumentException. */
export function checkLockout(context: OperationContext<unknown>, policy: string, keyArn: string): void {
  try {
    context.require({
      action: 'kms:PutKeyPolicy',
      resource: keyArn,
      policy: JSON.parse(policy),
      policyDecides: true,
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw malformedKeyPolicy('The new key policy will not allow you to update the key policy in the future.');
  }
}
