import type { Tag as SdkTag } from '@aws-sdk/client-iam';
import type { Tag } from '../../account/index.ts';
import {
  type ConditionValues,
  requestTagConditions,
  resourceTagConditions,
} from '../../authorization/index.ts';

/** Members of an input that policies have conditions on. */
export interface Telling {
  readonly PolicyArn?: string | undefined;
  readonly PermissionsBoundary?: string | undefined;
  readonly Tags?: readonly SdkTag[] | undefined;
  readonly TagKeys?: readonly string[] | undefined;
}

/** A user, a role, or anything else that has tags or a boundary. */
export interface Target {
  readonly tags?: readonly Tag[];
  readonly permissionsBoundary?: { readonly arn: string } | undefined;
}

/**
 * IAM's condition keys, beside the global ones: of the request's own words, then of what it is about.
 * Source: Service Authorization Reference, "Condition keys for AWS Identity and Access Management (IAM)".
 */
export function iamConditionKeys(input: Telling, target: Target | undefined): ConditionValues {
  return {
    'iam:PolicyARN': input.PolicyArn,
    'iam:PermissionsBoundary': input.PermissionsBoundary ?? target?.permissionsBoundary?.arn,
    'aws:TagKeys': input.TagKeys?.length ? input.TagKeys : undefined,
    ...requestTagConditions(input.Tags),
    ...resourceTagConditions(target?.tags ?? [], 'iam'),
  };
}
