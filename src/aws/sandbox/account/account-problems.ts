import type { z } from 'zod';
import { say } from '../../../language/say.ts';
import { closestMatch } from '../../../procedure/closest-match.ts';
import type { Problem } from '../../../procedure/types.ts';
import {
  hasValue,
  knownFields,
  type Path,
  pathText,
  placeAt,
  valueAt,
  type YamlSource,
} from '../../../procedure/yaml/index.ts';

/** An account file, read as YAML. */
export interface AccountSource extends YamlSource {
  readonly file: string;
}

/** Parts of IAM's grammar that other policies have: of resources, or of roles. */
const OF_OTHER_POLICIES = ['Principal', 'NotPrincipal'];

/** One problem a wrong field, where it stands. */
export function toProblems(source: AccountSource, issue: z.core.$ZodIssue): Problem[] {
  const path = existing(source, issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField(source, [...path, key], knownFields(issue)));
  const name = path.length === 0 ? say`The account` : pathText(path);
  const missing = path.length > 0 && !hasValue(source, path);
  return [
    {
      file: source.file,
      ...positionAt(source, path),
      code: missing ? 'missing-field' : 'wrong-value',
      message: missing ? say`${name} is missing.` : say`${name} is ${show(valueAt(source, path))}.`,
      fix: issue.message,
    },
  ];
}

/** Names must be unique: of users and the like, of their policies and devices, of buckets, one bucket's objects and so on. */
export function duplicateProblems(source: AccountSource): Problem[] {
  return [
    ...['users', 'groups', 'roles', 'managedPolicies'].flatMap((kind) => duplicates(source, [kind], 'name')),
    ...duplicates(source, ['buckets'], 'name'),
    ...duplicates(source, ['profiles'], 'name'),
    ...duplicates(source, ['files'], 'path'),
    ...listsIn(source, 'buckets', 'objects').flatMap((path) => duplicates(source, path, 'key')),
    ...duplicatesAmong(
      source,
      listsIn(source, 'users', 'mfaDevices').flatMap((path) => itemPaths(source, path)),
      'name',
    ),
    ...duplicates(source, ['vpcs'], 'id'),
    ...['users', 'groups', 'roles']
      .flatMap((kind) => listsIn(source, kind, 'policies'))
      .flatMap((path) => duplicates(source, path, 'name')),
    ...listsIn(source, 'vpcs', 'subnets').flatMap((path) => duplicates(source, path, 'id')),
  ];
}

/** Finds the lists of this name in the items of a list. */
export const listsIn = (source: AccountSource, list: string, name: string): Path[] =>
  itemPaths(source, [list]).map((item): Path => [...item, name]);

/** Paths of the items of a list; none where there is no list. */
export function itemPaths(source: AccountSource, list: Path): Path[] {
  const items = valueAt(source, list);
  return Array.isArray(items) ? items.map((_, index): Path => [...list, index]) : [];
}

function duplicates(source: AccountSource, list: Path, field: string): Problem[] {
  return duplicatesAmong(source, itemPaths(source, list), field);
}

/** Finds items whose field has the value of an earlier one's. @param items are their paths */
function duplicatesAmong(source: AccountSource, items: readonly Path[], field: string): Problem[] {
  const seen = new Map<unknown, Path>();
  return items.flatMap((item) => {
    const path = [...item, field];
    const value = valueAt(source, path);
    // IAM's names are not distinguished by case, and those of others are in lower case.
    const folded = typeof value === 'string' && field === 'name' ? value.toLowerCase() : value;
    const first = seen.get(folded);
    if (value === undefined || first === undefined) {
      seen.set(folded, item);
      return [];
    }
    return [
      {
        file: source.file,
        ...positionAt(source, path),
        code: 'duplicate-name',
        message: say`${pathText(path)} is ${show(value)}, which ${pathText(first)} has already.`,
        fix: say`Write another ${field}, or remove one of the two.`,
      },
    ];
  });
}

function unknownField(source: AccountSource, path: Path, fields: readonly string[]): Problem {
  const key = String(path.at(-1));
  const near = closestMatch(key, fields);
  const place = positionAt(source, path);
  const name = pathText(path);
  if (OF_OTHER_POLICIES.includes(key))
    return {
      file: source.file,
      ...place,
      code: 'misplaced-field',
      message: say`${name} has no place in an identity-based policy.`,
      fix: say`Remove it: the policy is about whom it is attached to.`,
    };
  return {
    file: source.file,
    ...place,
    code: 'unknown-field',
    message: say`${name} is not a known field.`,
    fix: near
      ? say`Write ${near} if that is meant. The fields here are ${fields.join(', ')}.`
      : say`The fields here are ${fields.join(', ')}.`,
  };
}

/** Without the numbers of lists that stand in the file as a single thing (`Action: '*'`). */
function existing(source: AccountSource, path: Path): Path {
  const kept: PropertyKey[] = [];
  for (const part of path) {
    const single = typeof part === 'number' && !Array.isArray(valueAt(source, kept));
    if (!single) kept.push(part);
  }
  return kept;
}

export function positionAt(
  source: AccountSource,
  path: Path,
): { readonly line: number; readonly column: number } {
  const { line, column } = placeAt(source, path);
  return { line, column };
}

export function show(value: unknown): string {
  if (value === undefined || value === null) return say`empty`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
