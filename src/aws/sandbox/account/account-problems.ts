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
import { awsManagedPolicies, awsManagedPolicyArn } from '../aws-managed-policies/index.ts';

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

/** Names must be unique: of users and the like, of their policies, of buckets, VPCs and one VPC's subnets. */
export function duplicateProblems(source: AccountSource): Problem[] {
  return [
    ...['users', 'groups', 'roles', 'managedPolicies'].flatMap((kind) => duplicates(source, [kind], 'name')),
    ...duplicates(source, ['buckets'], 'name'),
    ...duplicates(source, ['vpcs'], 'id'),
    ...['users', 'groups', 'roles']
      .flatMap((kind) => listsIn(source, kind, 'policies'))
      .flatMap((path) => duplicates(source, path, 'name')),
    ...listsIn(source, 'vpcs', 'subnets').flatMap((path) => duplicates(source, path, 'id')),
  ];
}

/** Finds the lists of this name in the items of a list. */
function listsIn(source: AccountSource, list: string, name: string): Path[] {
  const items = valueAt(source, [list]);
  return Array.isArray(items) ? items.map((_, index): Path => [list, index, name]) : [];
}

/** Groups and managed policies that something names must be there. */
export function referenceProblems(source: AccountSource): Problem[] {
  const policies = [...namesIn(source, 'managedPolicies'), ...awsManagedPolicies.map(awsManagedPolicyArn)];
  return [
    ...listsIn(source, 'users', 'groups').flatMap((path) =>
      unknownNames(source, path, namesIn(source, 'groups'), 'groups'),
    ),
    ...['users', 'groups', 'roles']
      .flatMap((kind) => listsIn(source, kind, 'attachedPolicies'))
      .flatMap((path) => unknownNames(source, path, policies, 'managedPolicies')),
  ];
}

function unknownNames(source: AccountSource, list: Path, known: readonly string[], home: string): Problem[] {
  const names = valueAt(source, list);
  if (!Array.isArray(names)) return [];
  return names.flatMap((name: unknown, index) => {
    if (typeof name !== 'string' || known.includes(name)) return [];
    const path = [...list, index];
    const near = closestMatch(name, known);
    return [
      {
        file: source.file,
        ...positionAt(source, path),
        code: 'unknown-name',
        message: say`${pathText(path)} is ${show(name)}, which is not there.`,
        fix: near
          ? say`Write ${near} if that is meant, or an entry of that name under ${home}.`
          : say`Write an entry of that name under ${home}.`,
      },
    ];
  });
}

function namesIn(source: AccountSource, list: string): string[] {
  const items = valueAt(source, [list]);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    const { name } = (typeof item === 'object' && item !== null ? item : {}) as { name?: unknown };
    return typeof name === 'string' ? [name] : [];
  });
}

function duplicates(source: AccountSource, list: Path, field: string): Problem[] {
  const items = valueAt(source, list);
  if (!Array.isArray(items)) return [];
  const seen = new Map<unknown, number>();
  return items.flatMap((item: unknown, index) => {
    const value =
      typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[field] : undefined;
    // IAM's names are not distinguished by case, and all others are in lower case.
    const folded = typeof value === 'string' ? value.toLowerCase() : value;
    const first = seen.get(folded);
    if (value === undefined || first === undefined) {
      seen.set(folded, index);
      return [];
    }
    const path = [...list, index, field];
    return [
      {
        file: source.file,
        ...positionAt(source, path),
        code: 'duplicate-name',
        message: say`${pathText(path)} is ${show(value)}, which ${pathText([...list, first])} has already.`,
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

function positionAt(source: AccountSource, path: Path): { readonly line: number; readonly column: number } {
  const { line, column } = placeAt(source, path);
  return { line, column };
}

function show(value: unknown): string {
  if (value === undefined || value === null) return say`empty`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
