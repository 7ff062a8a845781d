import type { AccountState, IamIdentity, RoleRecord, UserRecord } from '../../operation/index.ts';
import { keepWithin } from './constraints.ts';
import { alreadyExists, deleteConflict } from './iam-errors.ts';
import { type IdentityKind, iamArn } from './iam-kinds.ts';

/**
 * Creates the common part of a user, group or role. "Names are not distinguished by case" (API reference).
 * Throws EntityAlreadyExists or LimitExceeded.
 */
export function begin<Item extends IamIdentity>(
  kind: IdentityKind<Item>,
  state: AccountState,
  { name, path = '/', created }: { name: string; path?: string | undefined; created: Date },
): IamIdentity {
  refuseTaken(kind, state, name);
  keepWithin(kind.accountQuota, kind.all(state).size + 1);
  return {
    ...{ name, path, created },
    arn: iamArn(state, kind.noun, path, name),
    inlinePolicies: new Map(),
    attachedPolicies: new Set(),
  };
}

export function addIdentity<Item extends IamIdentity>(
  kind: IdentityKind<Item>,
  state: AccountState,
  item: Item,
): void {
  kind.all(state).set(item.name.toLowerCase(), item);
}

/** Gives another name, another path, or both. Its id, keys, groups and policies stay. Throws EntityAlreadyExists. */
export function rename<Item extends IamIdentity>(
  kind: IdentityKind<Item>,
  state: AccountState,
  item: Item,
  { name = item.name, path = item.path }: { name?: string | undefined; path?: string | undefined },
): void {
  if (name.toLowerCase() !== item.name.toLowerCase()) refuseTaken(kind, state, name);
  kind.all(state).delete(item.name.toLowerCase());
  Object.assign(item, { name, path, arn: iamArn(state, kind.noun, path, name) });
  addIdentity(kind, state, item);
}

/** Throws DeleteConflict while policies are left. Which of the two AWS reports first is not documented. */
export function refuseWithPolicies({ attachedPolicies, inlinePolicies }: IamIdentity): void {
  if (attachedPolicies.size > 0)
    throw deleteConflict('Cannot delete entity, must detach all policies first.');
  if (inlinePolicies.size > 0) throw deleteConflict('Cannot delete entity, must delete policies first.');
}

export function remove<Item extends IamIdentity>(
  kind: IdentityKind<Item>,
  state: AccountState,
  item: Item,
): void {
  kind.all(state).delete(item.name.toLowerCase());
}

/**
 * A session that outlives its user or role has nobody's permissions; here its key is no longer known. (Deleting a
 * key ends no session: they are "independent of the long-term credentials", as CrowdStrike found.)
 */
export function endSessions({ credentials }: AccountState, owner: UserRecord | RoleRecord): void {
  for (const [id, credential] of credentials)
    if ((credential.kind === 'assumed-role' ? credential.role : credential.user) === owner)
      credentials.delete(id);
}

/** The user's access keys, oldest first. */
export function keysOf({ credentials }: AccountState, user: UserRecord) {
  return [...credentials.values()].flatMap((credential) =>
    credential.kind === 'long-term' && credential.user === user ? [credential] : [],
  );
}

/** The user's enabled MFA devices. */
export function devicesOf({ mfaDevices }: AccountState, user: UserRecord) {
  return [...mfaDevices.values()].flatMap((device) =>
    device.assignment?.user === user ? [{ ...device, assignment: device.assignment }] : [],
  );
}

function refuseTaken<Item extends IamIdentity>(
  { title, find }: IdentityKind<Item>,
  state: AccountState,
  name: string,
): void {
  if (find(state, name)) throw alreadyExists(`${title} with name ${name} already exists.`);
}
