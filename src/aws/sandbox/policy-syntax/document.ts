import { balanceFaults, commonFaults, isEmptyList, isFields, itemsOf } from './statement.ts';
import type { Fault, Fields, PolicyKind } from './types.ts';

export const fieldsOfDocument: readonly string[] = ['Version', 'Id', 'Statement'];
const VERSIONS: readonly unknown[] = [undefined, '2008-10-17', '2012-10-17'];

/**
 * All that is wrong with a document of JSON data, in the order in which IAM complains.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export function* policyFaults(document: unknown, kind: PolicyKind): Generator<Fault> {
  if (!isFields(document)) return yield { code: 'document', path: [] };
  for (const name of Object.keys(document))
    if (!fieldsOfDocument.includes(name)) yield { code: 'unknown-field', path: [], name };
  const { Version, Id, Statement } = document;
  if (!VERSIONS.includes(Version)) yield { code: 'version', path: ['Version'] };
  if (Id !== undefined && typeof Id !== 'string') yield { code: 'id', path: ['Id'] };
  if (isEmptyList(Statement)) yield { code: 'statement', path: ['Statement'] };
  const faultsOf = kind === 'identity' ? identityFaults : trustFaults;
  for (const { item, path } of itemsOf(Statement, ['Statement']))
    if (isFields(item)) yield* faultsOf(item, path);
    else yield { code: 'statement', path };
  yield* repeatedSids(Statement);
}

/** "The Sid value must be unique within a JSON policy." */
function* repeatedSids(statements: unknown): Generator<Fault> {
  const seen = new Set<string>();
  for (const { item, path } of itemsOf(statements, ['Statement'])) {
    const { Sid } = isFields(item) ? item : {};
    if (typeof Sid !== 'string' || Sid === '') continue;
    if (seen.has(Sid)) yield { code: 'repeated-sid', path: [...path, 'Sid'] };
    seen.add(Sid);
  }
}

const PRINCIPALS = ['Principal', 'NotPrincipal'];

/** Faults of a statement about whom its policy is attached to. */
export function* identityFaults(statement: Fields, path: Fault['path']): Generator<Fault> {
  for (const name of PRINCIPALS) if (name in statement) yield { code: 'misplaced-principal', path, name };
  yield* commonFaults(statement, path, 'identity', PRINCIPALS);
  yield* balanceFaults(statement, path, 'Action');
  yield* balanceFaults(statement, path, 'Resource');
  yield* absence(statement, path, 'Action');
  yield* absence(statement, path, 'Resource');
  for (const name of ['Action', 'NotAction'])
    yield* itemFaults(statement[name], [...path, name], 'action', actionFault);
  for (const name of ['Resource', 'NotResource'])
    yield* itemFaults(statement[name], [...path, name], 'resource', resourceFault);
}

function* absence(statement: Fields, path: Fault['path'], name: 'Action' | 'Resource'): Generator<Fault> {
  const kind = name === 'Action' ? 'action' : 'resource';
  const given = [name, `Not${name}`].filter((field) => statement[field] !== undefined);
  if (given.length === 0) yield { code: `no-${kind}`, path };
  for (const field of given)
    if (isEmptyList(statement[field])) yield { code: `empty-${kind}`, path: [...path, field] };
}

function* itemFaults(
  value: unknown,
  path: Fault['path'],
  code: 'action' | 'resource',
  check: (text: string) => Omit<Fault, 'path'> | undefined,
): Generator<Fault> {
  if (value === undefined) return;
  for (const { item, path: place } of itemsOf(value, path)) {
    const fault = typeof item === 'string' ? check(item) : { code };
    if (fault) yield { ...fault, path: place };
  }
}

function actionFault(action: string): Omit<Fault, 'path'> | undefined {
  if (action === '*' || action === '*:*') return undefined;
  const [vendor = '', name = '', ...rest] = action.split(':');
  if (!action.includes(':')) return { code: 'action-without-vendor', value: action };
  if (rest.length > 0) return { code: 'action-with-colons', value: action };
  if (!/^[a-zA-Z0-9-]+$/.test(vendor)) return { code: 'vendor', value: vendor };
  return /^[a-zA-Z0-9*?]+$/.test(name) ? undefined : { code: 'action', value: action };
}

function resourceFault(resource: string): Omit<Fault, 'path'> | undefined {
  const isArn = resource.startsWith('arn:') && resource.split(':').length >= 6;
  return resource === '*' || isArn ? undefined : { code: 'resource-form', value: resource };
}

const RESOURCES = ['Resource', 'NotResource'];

/** Actions that a trust policy may allow (IAM User Guide, reference_policies_actions-resources: STS). */
const ACTIONS =
  /^sts:(\*|AssumeRole(\*|WithSAML|WithWebIdentity|WithAction)?|TagSession|SetSourceIdentity|SetContext)$/i;

/** Faults of a statement about who may take on a role. */
export function* trustFaults(statement: Fields, path: Fault['path']): Generator<Fault> {
  for (const name of RESOURCES) if (name in statement) yield { code: 'misplaced-resource', path, name };
  const { Principal, NotPrincipal } = statement;
  if (Principal === undefined && NotPrincipal === undefined)
    yield { code: 'no-principal', path: [...path, 'Principal'] };
  yield* commonFaults(statement, path, 'trust', RESOURCES);
  yield* balanceFaults(statement, path, 'Principal');
  yield* balanceFaults(statement, path, 'Action');
  yield* actionFaults(statement, path);
  for (const name of ['Principal', 'NotPrincipal'])
    if (statement[name] !== undefined) yield* principalFaults(statement[name], [...path, name]);
}

function* actionFaults(statement: Fields, path: Fault['path']): Generator<Fault> {
  const given = ['Action', 'NotAction'].filter((field) => statement[field] !== undefined);
  if (given.length === 0) yield { code: 'no-action', path: [...path, 'Action'] };
  for (const field of given) {
    if (isEmptyList(statement[field])) yield { code: 'empty-action', path: [...path, field] };
    for (const { item, path: place } of itemsOf(statement[field], [...path, field]))
      if (typeof item !== 'string') yield { code: 'action', path: place };
      else if (!ACTIONS.test(item)) yield { code: 'trust-action', path: place, value: item };
  }
}

function* principalFaults(principal: unknown, path: Fault['path']): Generator<Fault> {
  if (principal === '*') return;
  if (!isFields(principal) || Object.keys(principal).length === 0)
    return yield { code: 'empty-principal', path };
  for (const [name, value] of Object.entries(principal)) {
    if (isEmptyList(value)) yield { code: 'principal', path: [...path, name], name, value: '' };
    for (const { item, path: place } of itemsOf(value, [...path, name]))
      if (typeof item !== 'string' || !isPrincipal(name, item))
        yield { code: 'principal', path: place, name, value: String(item) };
  }
}

function isPrincipal(type: string, name: string): boolean {
  switch (type) {
    case 'AWS':
      return name === '*' || /^\d{12}$/.test(name) || /^arn:aws:(iam|sts)::\d{12}:.+$/.test(name);
    case 'Service':
      return /^[a-z0-9.-]+\.amazonaws\.com$/.test(name);
    case 'Federated':
      return name !== '';
    default:
      return false;
  }
}
