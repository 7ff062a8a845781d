import { fromBase64 } from '@smithy/core/serde';
import type { FormFields } from '../../../authentication/index.ts';
import { ServiceError } from '../../../operation/index.ts';

/** Facts that a form's policy is checked against, beside the fields. */
export interface FormCircumstances {
  readonly bucket: string;
  /** Of the file, in bytes. */
  readonly size: number;
  /** Tells whether a policy that ends at this instant has expired. */
  isOver(end: Date): boolean;
}

/** Fields that no condition needs to name (S3 API reference, "POST policy"). */
const FREE = /^(x-amz-signature|file|policy|awsaccesskeyid|signature|x-ignore-.*)$/;

/** Throws a ServiceError where a form breaks the policy that was signed for it. Texts of S3. */
export function checkFormPolicy(policy: string, fields: FormFields, circumstances: FormCircumstances): void {
  const { expiration, conditions } = parsePolicy(policy);
  const end = new Date(expiration);
  if (Number.isNaN(end.getTime())) throw invalidPolicy(`Invalid 'expiration' value: '${expiration}'`);
  if (circumstances.isOver(end)) throw broken('Policy expired.');
  const named = new Set<string>();
  for (const condition of conditions) named.add(checkCondition(condition, fields, circumstances));
  const extra = [...fields.keys()].filter((name) => !FREE.test(name) && !named.has(name));
  if (extra.length > 0) throw broken(`Extra input fields: ${extra.join(', ')}`);
}

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly unknown[];
}

function parsePolicy(policy: string): Policy {
  let document: Record<string, unknown>;
  try {
    document = JSON.parse(new TextDecoder().decode(fromBase64(policy))) as Record<string, unknown>;
  } catch {
    throw invalidPolicy('Invalid JSON.');
  }
  const { expiration, conditions } = document ?? {};
  if (typeof expiration !== 'string') throw invalidPolicy('Policy missing expiration.');
  if (!Array.isArray(conditions)) throw invalidPolicy('Policy missing conditions.');
  return { expiration, conditions };
}

/** The name of the field that a condition is about, in lower case. */
function checkCondition(condition: unknown, fields: FormFields, circumstances: FormCircumstances): string {
  const [operator, name, wanted] = Array.isArray(condition) ? condition.map(String) : simple(condition);
  if (operator?.toLowerCase() === 'content-length-range') {
    checkSize(Number(name), Number(wanted), condition as unknown[], circumstances.size);
    return '';
  }
  const field = name?.startsWith('$') ? name.slice(1).toLowerCase() : undefined;
  const actual = field === 'bucket' ? circumstances.bucket : fields.get(field ?? '');
  const holds =
    actual !== undefined &&
    (operator === 'eq' ? actual === wanted : operator === 'starts-with' && actual.startsWith(wanted ?? ''));
  if (!holds) throw conditionFailed([operator, name, wanted]);
  return field ?? '';
}

/** `{"key": "value"}` is short for `["eq", "$key", "value"]`. */
function simple(condition: unknown): [string, string, string] {
  const entries = Object.entries((condition ?? {}) as object);
  const [entry] = entries;
  if (!entry || entries.length !== 1)
    throw invalidPolicy(
      'Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.',
    );
  return ['eq', `$${entry[0]}`, String(entry[1])];
}

function checkSize(min: number, max: number, condition: readonly unknown[], size: number): void {
  if (!Number.isInteger(min) || !Number.isInteger(max)) throw conditionFailed(condition);
  if (size > max)
    throw new ServiceError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: String(size),
      MaxSizeAllowed: String(max),
    });
  if (size < min)
    throw new ServiceError(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
      { ProposedSize: String(size), MinSizeAllowed: String(min) },
    );
}

function conditionFailed(condition: readonly unknown[]): ServiceError {
  return broken(
    `Policy Condition failed: [${condition.map((part) => JSON.stringify(String(part))).join(', ')}]`,
  );
}

function broken(detail: string): ServiceError {
  return new ServiceError(403, 'AccessDenied', `Invalid according to Policy: ${detail}`);
}

function invalidPolicy(detail: string): ServiceError {
  return new ServiceError(400, 'InvalidPolicyDocument', `Invalid Policy: ${detail}`);
}
