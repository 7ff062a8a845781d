import { conditionsHold } from './conditions/index.ts';
import { toList } from './one-or-more.ts';
import { matchesPattern, matchesResource, type PolicyVariables } from './patterns.ts';
import type {
  AccessRequest,
  Decision,
  PolicyDocument,
  PolicyStatement,
  PrincipalElement,
  RequestPrincipal,
} from './types.ts';

/**
 * Judges a request by the policies of one type: a denial wins, then an allowance, else it is denied.
 * Source: IAM User Guide, "Policy evaluation logic". Documents have been checked when they were given.
 */
export function evaluatePolicies(documents: readonly unknown[], request: AccessRequest): Decision {
  const effects = applicable(documents, request).map(({ effect }) => effect);
  if (effects.includes('Deny')) return 'explicitly-denied';
  return effects.includes('Allow') ? 'allowed' : 'implicitly-denied';
}

/** The first statement that denies a request, and which of the documents holds it; undefined where none does. */
export function findDenial(
  documents: readonly unknown[],
  request: AccessRequest,
): { readonly document: number; readonly statement: PolicyStatement } | undefined {
  for (const [document, data] of documents.entries()) {
    const denial = applicable([data], request).find(({ effect }) => effect === 'Deny');
    if (denial) return { document, statement: denial.statement };
  }
  return undefined;
}

/** How a resource's own policy names the caller that it allows; `not` where it does not allow it. */
export function allowanceOf(document: unknown, request: AccessRequest): Naming {
  const namings = applicable([document], request)
    .filter(({ effect }) => effect === 'Allow')
    .map((statement) => statement.naming);
  return ORDER.find((wanted) => namings.includes(wanted)) ?? 'not';
}

const ORDER: readonly Naming[] = ['caller', 'wider', 'account'];

interface Applicable {
  readonly effect: PolicyStatement['Effect'];
  readonly naming: Naming;
  readonly statement: PolicyStatement;
}

function applicable(documents: readonly unknown[], request: AccessRequest): Applicable[] {
  return documents.flatMap((data) => {
    const document = data as PolicyDocument;
    const variables = document.Version === '2012-10-17' ? request.conditions : 'off';
    return toList(document.Statement)
      .filter((statement) => applies(statement, request, variables))
      .map((statement) => ({
        effect: statement.Effect,
        naming: naming(statement, request.principal),
        statement,
      }))
      .filter((one) => one.naming !== 'not');
  });
}

function applies(statement: PolicyStatement, request: AccessRequest, variables: PolicyVariables): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const action = request.action.toLowerCase();
  // Actions compare without case and know no variables, resources compare with case.
  const isAction = (pattern: string) => matchesPattern(pattern.toLowerCase(), 'off', action);
  const isResource = (pattern: string) => matchesResource(pattern, variables, request.resource);
  return (
    (Action ? toList(Action).some(isAction) : !toList(NotAction).some(isAction)) &&
    (Resource ? toList(Resource).some(isResource) : !toList(NotResource).some(isResource)) &&
    (Condition === undefined || conditionsHold(Condition, request.conditions, variables))
  );
}

/**
 * How a statement names the caller: by its own ARN; by its role or as everyone; or only by the account it belongs
 * to, which leaves it to the account's own policies. Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
type Naming = 'caller' | 'wider' | 'account' | 'not';

function naming(statement: PolicyStatement, principal: RequestPrincipal | undefined): Naming {
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
