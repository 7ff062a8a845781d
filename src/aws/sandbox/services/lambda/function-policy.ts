import type { AccountState } from '../../operation/index.ts';
import { functionsIn, type LambdaPlace, type PermissionStatement } from './lambda-state.ts';

/** The resource-based policy of a function, a version or an alias, by its ARN; undefined where it has none. */
export function policyOfFunction(arn: string, place: LambdaPlace): unknown {
  const [, , service, , , kind, name = '', qualifier = ''] = arn.split(':');
  if (service !== 'lambda' || kind !== 'function') return undefined;
  const policy = functionsIn(place).get(name)?.policies.get(qualifier);
  return policy && { Version: '2012-10-17', Id: 'default', Statement: policy.statements };
}

/**
 * The `Principal` element that AWS makes of what add-permission is given: a service, an account, an ARN, or everybody.
 * Undefined for what names none; a user or a role of this account must be there.
 *
 * @example principalElement('123456789012', state) // { AWS: 'arn:aws:iam::123456789012:root' }
 */
export function principalElement(
  given: string,
  state: AccountState,
): PermissionStatement['Principal'] | undefined {
  if (given === '*') return '*';
  if (/^\d{12}$/.test(given)) return { AWS: `arn:aws:iam::${given}:root` };
  if (/^[a-z0-9.-]+\.amazonaws\.com$/.test(given)) return { Service: given };
  const [, account] = /^arn:aws:iam::(\d{12}):(?:root|(?:user|role)\/.+)$/.exec(given) ?? [];
  if (account === undefined) return undefined;
  return account !== state.account.id || isThere(given, state) ? { AWS: given } : undefined;
}

function isThere(arn: string, { users, roles }: AccountState): boolean {
  return arn.endsWith(':root') || [...users.values(), ...roles.values()].some((one) => one.arn === arn);
}
