import { balanceFaults, commonFaults } from './statement.ts';
import type { Fault, Fields } from './types.ts';
import { isEmptyList, itemsOf } from './values.ts';

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
