import type { LifecycleRule, LifecycleRuleFilter, Transition } from '@aws-sdk/client-s3';
import { criteriaOf } from './lifecycle-expiry.ts';
import { invalidArgument, invalidRequest, malformedXml } from './s3-errors.ts';

/** API reference, PutBucketLifecycleConfiguration: 1,000 rules, ids of 255 characters. */
const MAX_RULES = 1000;
const MAX_ID_LENGTH = 255;
const DAY = 86_400_000;
const ACTIONS = [
  'Expiration',
  'Transitions',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionTransitions',
  'AbortIncompleteMultipartUpload',
] as const;
/** S3 User Guide, "Transitioning objects": "at least 30 days". */
const AFTER_30_DAYS: readonly string[] = ['STANDARD_IA', 'ONEZONE_IA'];

/** Checks the rules of a lifecycle configuration. Throws a ServiceError; texts recorded on S3 or quoted by its users. */
export function checkLifecycleRules(rules: readonly LifecycleRule[]): void {
  if (rules.length === 0 || rules.length > MAX_RULES) throw malformedXml();
  for (const rule of rules) checkRule(rule);
  const ids = rules.flatMap(({ ID }) => (ID === undefined ? [] : [ID]));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw invalidArgument('Rule ID must be unique. Found same ID for more than one rule', 'ID', twice);
}

function checkRule(rule: LifecycleRule): void {
  const { ID = '', Status, Filter, Prefix } = rule;
  if (ID.length > MAX_ID_LENGTH)
    throw invalidArgument(`ID length should not exceed allowed limit of ${MAX_ID_LENGTH}`, 'ID', ID);
  if (Status !== 'Enabled' && Status !== 'Disabled') throw malformedXml();
  if ((Filter === undefined) === (Prefix === undefined)) throw malformedXml();
  if (Filter) checkFilter(Filter);
  if (ACTIONS.every((name) => rule[name] === undefined))
    throw invalidRequest('At least one action needs to be specified in a rule');
  const { tags } = criteriaOf(Filter ?? {});
  if (rule.AbortIncompleteMultipartUpload && tags.length > 0)
    throw invalidRequest('AbortIncompleteMultipartUpload cannot be specified with Tags.');
  checkExpiration(rule);
  for (const transition of rule.Transitions ?? []) checkTransition(transition);
  if (rule.NoncurrentVersionExpiration && rule.NoncurrentVersionExpiration.NoncurrentDays === undefined)
    throw malformedXml();
  checkDays(
    rule.NoncurrentVersionExpiration?.NoncurrentDays,
    'NoncurrentDays',
    'NoncurrentVersionExpiration',
  );
  const { AbortIncompleteMultipartUpload: abort } = rule;
  checkDays(abort?.DaysAfterInitiation, 'DaysAfterInitiation', 'AbortIncompleteMultipartUpload');
}

/** "A Filter must have exactly one of Prefix, Tag, ObjectSizeGreaterThan, ObjectSizeLessThan, or And" or be empty (API reference). */
function checkFilter(filter: LifecycleRuleFilter): void {
  if (Object.values(filter).filter((value) => value !== undefined).length > 1) throw malformedXml();
  const keys = criteriaOf(filter).tags.map(({ Key }) => Key);
  if (new Set(keys).size < keys.length) throw invalidRequest('Duplicate Tag Keys are not allowed.');
}

function checkExpiration({ Expiration, Filter }: LifecycleRule): void {
  if (!Expiration) return;
  const { Days, Date: date, ExpiredObjectDeleteMarker } = Expiration;
  const stated = [Days, date, ExpiredObjectDeleteMarker].filter((value) => value !== undefined);
  if (stated.length !== 1) throw malformedXml();
  checkDays(Days, 'Days', 'Expiration');
  checkMidnight(date);
  if (ExpiredObjectDeleteMarker && criteriaOf(Filter ?? {}).tags.length > 0)
    throw invalidRequest('ExpiredObjectDeleteMarker cannot be specified with Tags.');
}

function checkTransition({ Days, Date: date, StorageClass }: Transition): void {
  if ((Days === undefined) === (date === undefined)) throw malformedXml();
  checkMidnight(date);
  if (Days !== undefined && Days < 30 && AFTER_30_DAYS.includes(String(StorageClass)))
    throw invalidArgument(
      `'Days' in Transition action must be greater than or equal to 30 for storageClass '${StorageClass}'`,
      'Days',
      String(Days),
    );
}

function checkDays(days: number | undefined, name: string, action: string): void {
  if (days === undefined || days > 0) return;
  throw invalidArgument(`'${name}' for ${action} action must be a positive integer`, name, String(days));
}

function checkMidnight(date: Date | undefined): void {
  if (date === undefined || date.getTime() % DAY === 0) return;
  throw invalidArgument("'Date' must be at midnight GMT", 'Date', date.toISOString());
}
