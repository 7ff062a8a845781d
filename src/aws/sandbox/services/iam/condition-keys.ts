import type { Tag as SdkTag } from '@aws-sdk/client-iam';
import type { Tag } from '../../account/index.ts';
import type { ConditionValues } from '../../authorization/index.ts';

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
export function conditionKeys(input: Telling, target: Target | undefined): ConditionValues {
  const { Tags = [], TagKeys = Tags.map(({ Key }) => Key ?? '') } = input;
  return {
    'iam:PolicyARN': input.PolicyArn,
    'iam:PermissionsBoundary': input.PermissionsBoundary ?? target?.permissionsBoundary?.arn,
    'aws:TagKeys': TagKeys.length === 0 ? undefined : TagKeys,
    ...Object.fromEntries(Tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value])),
    ...ofTarget(target?.tags ?? []),
  };
}

function ofTarget(tags: readonly Tag[]): ConditionValues {
  return Object.fromEntries(
    tags.flatMap(({ key, value }) => [
      [`aws:ResourceTag/${key}`, value],
      [`iam:ResourceTag/${key}`, value],
    ]),
  );
}
