import type { PolicySet, PolicyStatement } from '../policy-engine/index.ts';
import { toList } from '../policy-engine/one-or-more.ts';
import type { PermissionLog } from '../state/index.ts';

/** Notes a permission that policies gave, and what the policies of the caller allow in all. */
export function notePermission(
  log: PermissionLog,
  permission: { readonly principal: string; readonly action: string; readonly resource: string },
  { identity }: PolicySet,
): void {
  const { principal, action, resource } = permission;
  log.used.set(JSON.stringify([principal, action, resource]), permission);
  const granted = log.granted.get(principal) ?? new Set<string>();
  for (const document of identity) for (const one of allowedActions(document)) granted.add(one);
  log.granted.set(principal, granted);
}

function allowedActions(document: unknown): readonly string[] {
  const { Statement } = document as { Statement?: PolicyStatement | readonly PolicyStatement[] };
  return toList(Statement).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? toList(Action) : []));
}
