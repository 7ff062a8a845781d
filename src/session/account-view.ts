import type { AccountResource, Sandbox } from '../aws/sandbox/index.ts';
import type { AccountView, ResourceChange } from './types.ts';

/** Watches what each thing that is done calls and changes in an account. */
export interface AccountWatch {
  /** Notes what was called and changed since the last note. */
  note(): void;
  view(): AccountView;
}

export function watchAccount(sandbox: Pick<Sandbox, 'resources' | 'takeCalls'>): AccountWatch {
  let before = sandbox.resources();
  let last: Pick<AccountView, 'calls' | 'changes'> = { calls: [], changes: [] };
  return {
    note: () => {
      const after = sandbox.resources();
      last = { calls: sandbox.takeCalls(), changes: changesBetween(before, after) };
      before = after;
    },
    view: () => ({ resources: sandbox.resources(), ...last }),
  };
}

/** Compares two lists of an account's resources; what a service had when it was first called is no change. */
function changesBetween(
  before: readonly AccountResource[],
  after: readonly AccountResource[],
): ResourceChange[] {
  const [old, current] = [byKey(before), byKey(after)];
  const created = after.filter((resource) => !old.has(resource.key) && !resource.isInitial);
  const deleted = before.filter((resource) => !current.has(resource.key));
  const changed = after.filter((resource) => {
    const former = old.get(resource.key);
    return former && JSON.stringify(former.details) !== JSON.stringify(resource.details);
  });
  return [
    ...created.map((resource) => ({ kind: 'created', resource }) as const),
    ...changed.map((resource) => ({ kind: 'changed', resource }) as const),
    ...deleted.map((resource) => ({ kind: 'deleted', resource }) as const),
  ];
}

function byKey(resources: readonly AccountResource[]): Map<string, AccountResource> {
  return new Map(resources.map((resource) => [resource.key, resource]));
}
