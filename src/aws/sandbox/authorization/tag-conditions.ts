import type { Tag } from '../account/index.ts';
import type { ConditionValues } from './condition-values.ts';

/** A tag as a request has it. */
interface RequestTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Condition keys of the tags in a request: `aws:RequestTag/Key` and `aws:TagKeys`. Without tags there are none. */
export function requestTagConditions(tags: readonly RequestTag[] = []): ConditionValues {
  if (tags.length === 0) return {};
  return {
    ...Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [`aws:RequestTag/${Key}`, Value])),
    'aws:TagKeys': tags.map(({ Key = '' }) => Key),
  };
}

/** Condition keys of a resource's own tags. `service` has a second name for each, as `ec2:ResourceTag/Key`. */
export function resourceTagConditions(tags: readonly Tag[], service?: 'ec2' | 'iam'): ConditionValues {
  const prefixes = service === undefined ? ['aws'] : ['aws', service];
  return Object.fromEntries(
    tags.flatMap(({ key, value }) => prefixes.map((prefix) => [`${prefix}:ResourceTag/${key}`, value])),
  );
}
