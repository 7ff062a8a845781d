import type { AccountState } from '../../state/index.ts';
import type { PermissionStatement } from './lambda-state.ts';

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
