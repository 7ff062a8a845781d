import type { AccountState, PolicyText } from '../../state/index.ts';
import {
  checkSids,
  type Fields,
  isFields,
  isWellFormed,
  onlyKnown,
  parse,
  sizeOf,
  statementsOf,
  strings,
} from './documents.ts';
import { malformedPolicy } from './errors.ts';
import { keepWithin } from './quotas.ts';

const STATEMENT = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition'];
const INVALID_JSON = 'This policy contains invalid Json';

/** What a trust policy may allow (IAM User Guide, reference_policies_actions-resources: STS). */
const ACTIONS =
  /^sts:(\*|AssumeRole(\*|WithSAML|WithWebIdentity|WithAction)?|TagSession|SetSourceIdentity|SetContext)$/i;

/** Reads a role's trust policy. Throws MalformedPolicyDocument, with AWS's texts where they are known. */
export function readTrustPolicy(text: string, state: AccountState): PolicyText {
  const document = parse(text, INVALID_JSON);
  const statements = statementsOf(document, 'Syntax errors in policy.');
  for (const statement of statements) checkStatement(statement, state);
  checkSids(statements);
  const policy = { text, document };
  keepWithin('ACLSizePerRole', sizeOf(policy));
  return policy;
}

function checkStatement(statement: Fields, state: AccountState): void {
  if ('Resource' in statement || 'NotResource' in statement)
    throw malformedPolicy('Has prohibited field Resource');
  if (!('Principal' in statement) && !('NotPrincipal' in statement))
    throw malformedPolicy('Missing required field Principal');
  if (!onlyKnown(statement, STATEMENT) || !isWellFormed(statement))
    throw malformedPolicy('Syntax errors in policy.');
  const actions = strings(statement.Action ?? statement.NotAction);
  if (!actions) throw malformedPolicy('Missing required field Action');
  if (!actions.every((action) => ACTIONS.test(action)))
    throw malformedPolicy('AssumeRole policy may only specify STS AssumeRole actions.');
  checkPrincipal(statement.Principal ?? statement.NotPrincipal, state);
}

function checkPrincipal(principal: unknown, state: AccountState): void {
  if (principal === '*') return;
  if (!isFields(principal) || Object.keys(principal).length === 0)
    throw malformedPolicy('Missing required field Principal cannot be empty!');
  for (const [kind, value] of Object.entries(principal))
    for (const name of strings(value) ?? [String(value)])
      if (!isPrincipal(kind, name, state))
        throw malformedPolicy(`Invalid principal in policy: "${kind.toUpperCase()}":"${name}"`);
}

/** AWS checks that users and roles exist; of another account the sandbox cannot tell. */
function isPrincipal(kind: string, name: string, state: AccountState): boolean {
  switch (kind) {
    case 'AWS':
      return name === '*' || /^\d{12}$/.test(name) || isKnownArn(name, state);
    case 'Service':
      return /^[a-z0-9.-]+\.amazonaws\.com$/.test(name);
    case 'Federated':
      return name !== '';
    default:
      return false;
  }
}

function isKnownArn(arn: string, { account, users, roles }: AccountState): boolean {
  const [, id] = /^arn:aws:(?:iam|sts)::(\d{12}):.+$/.exec(arn) ?? [];
  if (id === undefined) return false;
  if (id !== account.id || /:(root|assumed-role\/.+|federated-user\/.+)$/.test(arn)) return true;
  return [...users.values(), ...roles.values()].some((principal) => principal.arn === arn);
}
