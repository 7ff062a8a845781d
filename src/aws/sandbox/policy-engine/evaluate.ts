import { matchesResource } from './arn.ts';
import { conditionsHold } from './conditions/index.ts';
import { toList } from './one-or-more.ts';
import { matchesPattern, type PolicyVariables } from './policy-variables.ts';
import { type Naming, naming } from './principal.ts';
import type { AccessRequest, Decision, PolicyDocument, PolicyStatement } from './types.ts';

/**
 * Judges a request by the policies of one type: a denial wins, then an allowance, else it is denied.
 * Source: IAM User Guide, "Policy evaluation logic". Documents have been checked when they were given.
 */
export function evaluate(documents: readonly unknown[], request: AccessRequest): Decision {
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
