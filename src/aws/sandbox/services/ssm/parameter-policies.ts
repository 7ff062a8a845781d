import { parameterNotSimulated, ServiceError } from '../../operation/index.ts';
import type { ExpirationPolicy } from './state.ts';

/** Types that only tell EventBridge of something, which the sandbox does not simulate. */
const NOTIFICATIONS = ['ExpirationNotification', 'NoChangeNotification'];

/**
 * Reads the policies of an advanced parameter: JSON of one or more. Texts of refusals are the model's sentences about
 * these errors.
 *
 * @example
 * readPolicies('[{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2036-01-01T00:00:00Z"}}]')
 */
export function readPolicies(text: string): ExpirationPolicy[] {
  const policies = [parse(text)].flat().filter((policy) => !isEmpty(policy));
  if (policies.length > 1 && policies.every((policy) => policy.Type === 'Expiration'))
    throw new ServiceError(
      400,
      'IncompatiblePolicyException',
      "There is a conflict in the policies specified for this parameter. You can't, for example, specify two Expiration policies for a parameter.",
    );
  return policies.map(toPolicy);
}

type Fields = Readonly<Record<string, unknown>>;

function parse(text: string): Fields | Fields[] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Fields | Fields[];
  } catch {
    // Refused below, like JSON of another kind.
  }
  throw invalidAttribute();
}

const isEmpty = (policy: Fields) => Object.keys(policy).length === 0;

function toPolicy(policy: Fields): ExpirationPolicy {
  const type = String(policy.Type);
  if (NOTIFICATIONS.includes(type))
    throw parameterNotSimulated('ssm', 'PutParameter', `Policies of the type ${type}`);
  if (type !== 'Expiration')
    throw new ServiceError(
      400,
      'InvalidPolicyTypeException',
      `The policy type isn't supported. Parameter Store supports the following policy types: Expiration, ${NOTIFICATIONS.join(', and ')}.`,
    );
  const { Timestamp } = (policy.Attributes ?? {}) as Fields;
  const expires = new Date(String(Timestamp));
  if (Number.isNaN(expires.getTime()) || policy.Version !== '1.0') throw invalidAttribute();
  return { text: JSON.stringify(policy), expires };
}

function invalidAttribute(): ServiceError {
  return new ServiceError(
    400,
    'InvalidPolicyAttributeException',
    'A policy attribute or its value is invalid.',
  );
}
