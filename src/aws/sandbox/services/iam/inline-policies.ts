import {
  defineOperation,
  type IamIdentity,
  type Operations,
  type PolicyText,
} from '../../operation/index.ts';
import { paging, policyDocument, policyName } from './constraints.ts';
import { encodeDocument } from './describe.ts';
import { limitExceeded, noSuchEntity } from './iam-errors.ts';
import { type IdentityKind, required } from './iam-kinds.ts';
import { permissionOn } from './iam-permissions.ts';
import { iamPage, type Paging } from './pages.ts';
import { readIdentityPolicy, sizeOf } from './policy-documents.ts';

type Input = Readonly<Record<string, string>>;
type Kind = IdentityKind<IamIdentity>;

/** The operations on the inline policies of users, groups or roles. */
export function inlinePolicies(kind: Kind): Operations {
  return {
    [`Put${kind.title}Policy`]: putPolicy(kind),
    [`Get${kind.title}Policy`]: getPolicy(kind),
    [`Delete${kind.title}Policy`]: deletePolicy(kind),
    [`List${kind.title}Policies`]: listPolicies(kind),
  };
}

/** PutUserPolicy, PutGroupPolicy, PutRolePolicy. */
function putPolicy(kind: Kind) {
  const name = `Put${kind.title}Policy`;
  return defineOperation<Input, object>({
    constraints: {
      [kind.parameter]: kind.constraint,
      PolicyName: policyName,
      PolicyDocument: policyDocument,
    },
    access: permissionOn(kind, name),
    handle: ({ input: { [kind.parameter]: owner = '', PolicyName = '', PolicyDocument = '' }, state }) => {
      const identity = required(kind, state, owner);
      const policy = readIdentityPolicy(PolicyDocument, 'inline');
      keepSmall(kind, identity, new Map(identity.inlinePolicies).set(PolicyName, policy));
      identity.inlinePolicies.set(PolicyName, policy);
      return {};
    },
  });
}

/** GetUserPolicy, GetGroupPolicy, GetRolePolicy. */
function getPolicy(kind: Kind) {
  const name = `Get${kind.title}Policy`;
  return defineOperation<Input, object>({
    constraints: { [kind.parameter]: kind.constraint, PolicyName: policyName },
    access: permissionOn(kind, name),
    handle: ({ input: { [kind.parameter]: owner = '', PolicyName = '' }, state }) => {
      const identity = required(kind, state, owner);
      const policy = identity.inlinePolicies.get(PolicyName);
      if (!policy) throw missing(kind, PolicyName);
      return {
        [kind.parameter]: identity.name,
        PolicyName,
        PolicyDocument: encodeDocument(policy.text),
      };
    },
  });
}

/** DeleteUserPolicy, DeleteGroupPolicy, DeleteRolePolicy. */
function deletePolicy(kind: Kind) {
  const name = `Delete${kind.title}Policy`;
  return defineOperation<Input, object>({
    constraints: { [kind.parameter]: kind.constraint, PolicyName: policyName },
    access: permissionOn(kind, name),
    handle: ({ input: { [kind.parameter]: owner = '', PolicyName = '' }, state }) => {
      if (!required(kind, state, owner).inlinePolicies.delete(PolicyName)) throw missing(kind, PolicyName);
      return {};
    },
  });
}

/** ListUserPolicies, ListGroupPolicies, ListRolePolicies. */
function listPolicies(kind: Kind) {
  const name = `List${kind.title}Policies`;
  return defineOperation<Paging & { readonly [parameter: string]: unknown }, object>({
    constraints: { [kind.parameter]: kind.constraint, ...paging },
    access: permissionOn(kind, name),
    handle: ({ input, state }) => {
      const identity = required(kind, state, String(input[kind.parameter]));
      const { items, more } = iamPage(identity.inlinePolicies.keys(), (policy) => policy, input);
      return { PolicyNames: items, ...more };
    },
  });
}

function missing({ noun }: Kind, policy: string): Error {
  return noSuchEntity(`The ${noun} policy with name ${policy} cannot be found.`);
}

function keepSmall(
  { noun, inlineSize }: Kind,
  { name }: IamIdentity,
  policies: Map<string, PolicyText>,
): void {
  const size = [...policies.values()].reduce((sum, policy) => sum + sizeOf(policy), 0);
  if (size > inlineSize)
    throw limitExceeded(`Maximum policy size of ${inlineSize} bytes exceeded for ${noun} ${name}`);
}
