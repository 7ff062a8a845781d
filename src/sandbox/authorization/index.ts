import { matchesWildcard } from '../wildcard/index.ts';
import type { AccessRequest, Decision, PolicyDocument, Statement } from './types.ts';

export type { AccessRequest, Decision } from './types.ts';

/**
 * Judges a request by identity-based policies: a denial wins, then an allowance, else it is denied.
 * Source: IAM User Guide, "Policy evaluation logic". Documents have been checked when the account was read.
 */
export function evaluate(documents: readonly unknown[], request: AccessRequest): Decision {
  const statements = documents.flatMap((document) => list((document as PolicyDocument).Statement));
  const applicable = statements.filter((statement) => applies(statement, request));
  if (applicable.some(({ Effect }) => Effect === 'Deny')) return 'explicitly-denied';
  return applicable.some(({ Effect }) => Effect === 'Allow') ? 'allowed' : 'implicitly-denied';
}

function applies(statement: Statement, { action, resource }: AccessRequest): boolean {
  // Actions compare without case, resources with.
  const isAction = (pattern: string) => matchesWildcard(pattern.toLowerCase(), action.toLowerCase());
  const isResource = (pattern: string) => matchesWildcard(pattern, resource);
  const { Action, NotAction, Resource, NotResource } = statement;
  return (
    (Action ? list(Action).some(isAction) : !list(NotAction).some(isAction)) &&
    (Resource ? list(Resource).some(isResource) : !list(NotResource).some(isResource))
  );
}

function list<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}
