import { isConditionOperator } from '../policy-engine/index.ts';
import type { Fault, Fields, PolicyKind } from './types.ts';

export const fieldsOfStatement: Readonly<Record<PolicyKind, readonly string[]>> = {
  identity: ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
  trust: ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition'],
};

/** Faults of what all kinds of statements have alike; `misplaced` fields have faults of their own. */
export function* commonFaults(
  statement: Fields,
  path: Fault['path'],
  kind: PolicyKind,
  misplaced: readonly string[],
): Generator<Fault> {
  const known = [...fieldsOfStatement[kind], ...misplaced];
  for (const name of Object.keys(statement))
    if (!known.includes(name)) yield { code: 'unknown-field', path, name };
  const { Effect, Sid, Condition } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') yield { code: 'effect', path: [...path, 'Effect'] };
  if (Sid !== undefined && !(typeof Sid === 'string' && /^[0-9A-Za-z]*$/.test(Sid)))
    yield { code: 'sid', path: [...path, 'Sid'] };
  if (Condition !== undefined) yield* conditionFaults(Condition, [...path, 'Condition']);
}

/** A field and its negative: not both. */
export function* balanceFaults(statement: Fields, path: Fault['path'], name: string): Generator<Fault> {
  if (statement[name] !== undefined && statement[`Not${name}`] !== undefined) yield { code: 'balance', path };
}

function* conditionFaults(block: unknown, path: Fault['path']): Generator<Fault> {
  if (!isFields(block)) return yield { code: 'condition', path };
  for (const [operator, keys] of Object.entries(block)) {
    const place = [...path, operator];
    if (!isConditionOperator(operator)) yield { code: 'operator', path: place, name: operator };
    if (isFields(keys)) yield* valueFaults(keys, place);
    else yield { code: 'condition', path: place };
  }
}

function* valueFaults(keys: Fields, path: Fault['path']): Generator<Fault> {
  for (const [key, values] of Object.entries(keys))
    for (const { item, path: place } of itemsOf(values, [...path, key]))
      if (!['string', 'number', 'boolean'].includes(typeof item)) yield { code: 'condition', path: place };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** IAM takes one of something for a list of one: its items, each with its path. */
export function itemsOf(
  value: unknown,
  path: readonly (string | number)[],
): { item: unknown; path: readonly (string | number)[] }[] {
  if (!Array.isArray(value)) return [{ item: value, path }];
  return value.map((item: unknown, index) => ({ item, path: [...path, index] }));
}

export function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
