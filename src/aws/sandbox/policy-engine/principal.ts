import { toList } from './one-or-more.ts';
import type { PolicyStatement, PrincipalElement, RequestPrincipal } from './types.ts';

/**
 * How a statement names the caller: by its own ARN; by its role or as everyone; or only by the account it belongs
 * to, which leaves it to the account's own policies. Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export type Naming = 'caller' | 'wider' | 'account' | 'not';

export function naming(statement: PolicyStatement, principal: RequestPrincipal | undefined): Naming {
  const { Principal, NotPrincipal } = statement;
  if (Principal === undefined && NotPrincipal === undefined) return 'wider';
  if (!principal) return 'not';
  if (Principal !== undefined) return named(Principal, principal);
  return NotPrincipal !== undefined && named(NotPrincipal, principal) === 'not' ? 'wider' : 'not';
}

function named(element: PrincipalElement, principal: RequestPrincipal): Naming {
  if ('service' in principal) {
    if (element === '*' || toList(element.AWS).includes('*')) return 'wider';
    return toList(element.Service).includes(principal.service) ? 'caller' : 'not';
  }
  if ('anonymous' in principal) return element === '*' || toList(element.AWS).includes('*') ? 'wider' : 'not';
  const { accountId, arn, roleArn } = principal;
  const names = element === '*' ? ['*'] : toList(element.AWS);
  const among = (...candidates: (string | undefined)[]) => names.some((name) => candidates.includes(name));
  if (among(arn)) return 'caller';
  if (among('*', roleArn)) return 'wider';
  return among(accountId, `arn:aws:iam::${accountId}:root`) ? 'account' : 'not';
}
