import {
  type AccountState,
  defineOperation,
  type IamIdentity,
  type ManagedPolicy,
  type Operations,
} from '../../operation/index.ts';
import { arn, keepWithin, paging, policyPath } from './constraints.ts';
import { toAttachedPolicy } from './describe.ts';
import { noSuchEntity } from './iam-errors.ts';
import { type IdentityKind, policies, required } from './iam-kinds.ts';
import { permissionOn } from './iam-permissions.ts';
import { byName, iamPage, type Paging } from './pages.ts';

type Input = Readonly<Record<string, string>>;
type Kind = IdentityKind<IamIdentity>;

/** The operations on the managed policies attached to users, groups or roles. */
export function attachedPolicies(kind: Kind): Operations {
  return {
    [`Attach${kind.title}Policy`]: attachPolicy(kind),
    [`Detach${kind.title}Policy`]: detachPolicy(kind),
    [`ListAttached${kind.title}Policies`]: listAttachedPolicies(kind),
  };
}

/** AttachUserPolicy, AttachGroupPolicy, AttachRolePolicy. What is attached already stays so. */
function attachPolicy(kind: Kind) {
  const name = `Attach${kind.title}Policy`;
  return defineOperation<Input, object>({
    constraints: { [kind.parameter]: kind.strictConstraint, PolicyArn: arn },
    access: permissionOn(kind, name),
    handle: ({ input: { [kind.parameter]: owner = '', PolicyArn = '' }, state }) => {
      const { attachedPolicies } = required(kind, state, owner);
      const policy = attachable(state, PolicyArn);
      if (!attachedPolicies.has(policy)) keepWithin(kind.attachmentQuota, attachedPolicies.size + 1);
      attachedPolicies.add(policy);
      return {};
    },
  });
}

/** DetachUserPolicy, DetachGroupPolicy, DetachRolePolicy. */
function detachPolicy(kind: Kind) {
  const name = `Detach${kind.title}Policy`;
  return defineOperation<Input, object>({
    constraints: { [kind.parameter]: kind.strictConstraint, PolicyArn: arn },
    access: permissionOn(kind, name),
    handle: ({ input: { [kind.parameter]: owner = '', PolicyArn = '' }, state }) => {
      const { attachedPolicies } = required(kind, state, owner);
      const policy = policies.find(state, PolicyArn);
      if (!policy || !attachedPolicies.delete(policy)) throw policies.missing(PolicyArn);
      return {};
    },
  });
}

/** ListAttachedUserPolicies, ListAttachedGroupPolicies, ListAttachedRolePolicies. */
function listAttachedPolicies(kind: Kind) {
  const name = `ListAttached${kind.title}Policies`;
  return defineOperation<Paging & { readonly [parameter: string]: unknown }, object>({
    constraints: { [kind.parameter]: kind.strictConstraint, PathPrefix: policyPath, ...paging },
    access: permissionOn(kind, name),
    handle: ({ input, state }) => {
      const { attachedPolicies } = required(kind, state, String(input[kind.parameter]));
      const prefix = String(input.PathPrefix ?? '/');
      const matching = [...attachedPolicies].filter(({ path }) => path.startsWith(prefix));
      const { items, more } = iamPage(matching, byName, input);
      return { AttachedPolicies: items.map(toAttachedPolicy), ...more };
    },
  });
}

function attachable(state: AccountState, policyArn: string): ManagedPolicy {
  const policy = policies.find(state, policyArn);
  if (!policy) throw noSuchEntity(`Policy ${policyArn} does not exist or is not attachable.`);
  return policy;
}
