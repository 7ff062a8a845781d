import { say } from '../../../language/say.ts';
import { closestMatch } from '../../../procedure/closest-match.ts';
import type { Problem } from '../../../procedure/types.ts';
import { type Path, pathText, valueAt } from '../../../procedure/yaml/index.ts';
import { awsManagedPolicies, awsManagedPolicyArn } from '../aws-managed-policies/index.ts';
import { type AccountSource, itemPaths, listsIn, positionAt, show } from './account-problems.ts';

/** Finds what the file names and does not describe: groups, policies, users, roles and so on. */
export function referenceProblems(source: AccountSource): Problem[] {
  const namesOf = (list: string) => namesIn(source, itemPaths(source, [list]));
  const policies = [...namesOf('managedPolicies'), ...awsManagedPolicies.map(awsManagedPolicyArn)];
  const devices = listsIn(source, 'users', 'mfaDevices').flatMap((path) => itemPaths(source, path));
  const eachOf = (lists: readonly Path[]) => lists.flatMap((path) => itemPaths(source, path));
  const kinds = ['users', 'groups', 'roles'];
  return [
    ...unknownNames(source, eachOf(listsIn(source, 'users', 'groups')), namesOf('groups'), 'groups'),
    ...unknownNames(
      source,
      eachOf(kinds.flatMap((kind) => listsIn(source, kind, 'attachedPolicies'))),
      policies,
      'managedPolicies',
    ),
    ...unknownNames(source, listsIn(source, 'profiles', 'user'), namesOf('users'), 'users'),
    ...unknownNames(source, listsIn(source, 'profiles', 'role'), namesOf('roles'), 'roles'),
    ...unknownNames(
      source,
      listsIn(source, 'profiles', 'sourceProfile'),
      ['default', ...namesOf('profiles')],
      'profiles',
    ),
    ...unknownNames(source, listsIn(source, 'profiles', 'mfaDevice'), namesIn(source, devices), 'mfaDevices'),
    ...keylessProfiles(source),
  ];
}

/** Finds profiles of users who have no access key to write into them. */
function keylessProfiles(source: AccountSource): Problem[] {
  const keyless = itemPaths(source, ['users'])
    .filter((user) => !valueAt(source, [...user, 'accessKeys']))
    .map((user) => valueAt(source, [...user, 'name']));
  return listsIn(source, 'profiles', 'user').flatMap((path) => {
    const name = valueAt(source, path);
    if (name === undefined || !keyless.includes(name)) return [];
    return [
      {
        file: source.file,
        ...positionAt(source, path),
        code: 'no-access-key',
        message: say`${pathText(path)} is ${show(name)}, who has no access key.`,
        fix: say`Write accessKeys: 1 at that user.`,
      },
    ];
  });
}

/** @param paths are where the names stand; `home` is the list where they should be described */
function unknownNames(
  source: AccountSource,
  paths: readonly Path[],
  known: readonly string[],
  home: string,
): Problem[] {
  return paths.flatMap((path) => {
    const name = valueAt(source, path);
    if (typeof name !== 'string' || known.includes(name)) return [];
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

function namesIn(source: AccountSource, items: readonly Path[]): string[] {
  return items.flatMap((item) => {
    const name = valueAt(source, [...item, 'name']);
    return typeof name === 'string' ? [name] : [];
  });
}
