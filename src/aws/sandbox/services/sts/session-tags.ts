import type { Tag } from '@aws-sdk/client-sts';
import { type ConditionValues, requestTagConditions } from '../../authorization/index.ts';
import { type Caller, ServiceError } from '../../operation/index.ts';

interface SessionTag {
  readonly key: string;
  readonly value: string;
}

interface TagInput {
  readonly Tags?: readonly Tag[];
  readonly TransitiveTagKeys?: readonly string[];
}

/** Tags of a new session: those passed, and the transitive ones of the caller's session. */
export interface SessionTags {
  readonly tags: readonly SessionTag[];
  /** In lower case. */
  readonly transitiveTagKeys: readonly string[];
}

/**
 * Throws a ServiceError. Rules: IAM User Guide, "Passing session tags in AWS STS"; texts: as LocalStack has them,
 * whose tests are compared with AWS.
 */
export function readTags({ Tags = [], TransitiveTagKeys = [] }: TagInput, caller: Caller): SessionTags {
  const tags = Tags.map(({ Key = '', Value = '' }) => ({ key: Key, value: Value }));
  const keys = tags.map(({ key }) => key.toLowerCase());
  const transitive = TransitiveTagKeys.map((key) => key.toLowerCase());
  const inherited = handedOn(caller);
  if (new Set(keys).size < keys.length)
    throw invalid('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  if (!transitive.every((key) => keys.includes(key)))
    throw invalid('The specified transitive tag key must be included in the requested tags.');
  if (inherited.some(({ key }) => keys.includes(key.toLowerCase())))
    throw invalid(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  return {
    tags: [...inherited, ...tags],
    transitiveTagKeys: [...inherited.map(({ key }) => key.toLowerCase()), ...transitive],
  };
}

/** The condition keys of a request that passes tags. */
export function tagConditions({ Tags = [], TransitiveTagKeys = [] }: TagInput): ConditionValues {
  if (Tags.length === 0) return {};
  return {
    ...requestTagConditions(Tags),
    'sts:TransitiveTagKeys': TransitiveTagKeys.length > 0 ? TransitiveTagKeys : undefined,
  };
}

function handedOn(caller: Caller): readonly SessionTag[] {
  if (caller.kind !== 'assumed-role') return [];
  return caller.tags.filter(({ key }) => caller.transitiveTagKeys.includes(key.toLowerCase()));
}

function invalid(message: string): ServiceError {
  return new ServiceError(400, 'InvalidParameterValue', message);
}
