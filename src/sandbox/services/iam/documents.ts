import type { PolicyText } from '../../state/index.ts';
import { malformedPolicy } from './errors.ts';

export type Fields = Readonly<Record<string, unknown>>;

const TOP = ['Version', 'Id', 'Statement'];
const STATEMENT = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];
const SYNTAX = 'Syntax errors in policy.';

/**
 * Reads an identity-based policy. Throws MalformedPolicyDocument with the texts that AWS was seen to answer;
 * whatever else breaks the grammar is `Syntax errors in policy.` (IAM User Guide, reference_policies_grammar).
 */
export function readIdentityPolicy(text: string, kind: 'inline' | 'managed'): PolicyText {
  const document = parse(text, SYNTAX);
  const statements = statementsOf(document, SYNTAX);
  for (const statement of statements) checkStatement(statement);
  checkSids(statements);
  // Inline policies may be of 2008, also by saying nothing.
  if (kind === 'managed' && document.Version !== '2012-10-17')
    throw malformedPolicy('Policy document must be version 2012-10-17 or greater.');
  return { text, document };
}

/** The document as an object. */
export function parse(text: string, fault: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformedPolicy(fault);
  }
  if (!isFields(value)) throw malformedPolicy(fault);
  return value;
}

/** Statements, one or many, of a document whose other parts are right too. */
export function statementsOf(document: Fields, fault: string): Fields[] {
  const { Version, Id, Statement } = document;
  const versions = [undefined, '2008-10-17', '2012-10-17'];
  if (!onlyKnown(document, TOP) || !versions.includes(Version as string)) throw malformedPolicy(fault);
  if (Id !== undefined && typeof Id !== 'string') throw malformedPolicy(fault);
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  if (statements.length === 0 || !statements.every(isFields)) throw malformedPolicy(fault);
  return statements;
}

/** "Statement IDs (SID) in a single policy must be unique." */
export function checkSids(statements: readonly Fields[]): void {
  const sids = statements.flatMap(({ Sid }) => (typeof Sid === 'string' && Sid !== '' ? [Sid] : []));
  if (new Set(sids).size < sids.length)
    throw malformedPolicy('Statement IDs (SID) in a single policy must be unique.');
}

/** Effect, Sid and Condition, which all kinds of policies have alike. */
export function isWellFormed({ Effect, Sid, Condition }: Fields): boolean {
  return (
    (Effect === 'Allow' || Effect === 'Deny') &&
    (Sid === undefined || (typeof Sid === 'string' && /^[A-Za-z0-9]*$/.test(Sid))) &&
    (Condition === undefined || (isFields(Condition) && Object.values(Condition).every(isFields)))
  );
}

/** Strings, one or many; undefined for anything else. */
export function strings(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  return list.length > 0 && list.every((item) => typeof item === 'string') ? list : undefined;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function onlyKnown(fields: Fields, known: readonly string[]): boolean {
  return Object.keys(fields).every((name) => known.includes(name));
}

/** "Policies are measured without white space" (IAM User Guide, reference_iam-quotas). */
export function sizeOf({ text }: PolicyText): number {
  return text.replace(/\s/g, '').length;
}

function checkStatement(statement: Fields): void {
  const { Action, NotAction, Resource, NotResource } = statement;
  if ('Principal' in statement || 'NotPrincipal' in statement)
    throw malformedPolicy('Policy document should not specify a principal.');
  if (!onlyKnown(statement, STATEMENT) || !isWellFormed(statement)) throw malformedPolicy(SYNTAX);
  if (Action !== undefined && NotAction !== undefined) throw malformedPolicy(SYNTAX);
  if (Resource !== undefined && NotResource !== undefined) throw malformedPolicy(SYNTAX);
  const actions = Action ?? NotAction;
  const resources = Resource ?? NotResource;
  if (isEmpty(actions)) throw malformedPolicy('Policy statement must contain actions.');
  if (isEmpty(resources)) throw malformedPolicy('Policy statement must contain resources.');
  for (const action of strings(actions) ?? broken()) checkAction(action);
  for (const resource of strings(resources) ?? broken()) checkResource(resource);
}

function checkAction(action: string): void {
  if (action === '*') return;
  const [vendor = '', ...rest] = action.split(':');
  if (rest.length === 0)
    throw malformedPolicy('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
  if (rest.length > 1) throw malformedPolicy('Actions/Condition can contain only one colon.');
  if (!/^[a-zA-Z0-9-]+$/.test(vendor)) throw malformedPolicy(`Vendor ${vendor} is not valid`);
}

function checkResource(resource: string): void {
  const isArn = resource.startsWith('arn:') && resource.split(':').length >= 6;
  if (resource !== '*' && !isArn) throw malformedPolicy(`Resource ${resource} must be in ARN format or "*".`);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function broken(): never {
  throw malformedPolicy(SYNTAX);
}
