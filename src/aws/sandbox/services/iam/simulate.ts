import type {
  GetContextKeysForCustomPolicyRequest,
  GetContextKeysForPolicyResponse,
  GetContextKeysForPrincipalPolicyRequest,
  SimulateCustomPolicyRequest,
  SimulatePolicyResponse,
  SimulatePrincipalPolicyRequest,
} from '@aws-sdk/client-iam';
import {
  type AccountState,
  defineOperation,
  type GroupRecord,
  identitiesOf,
  type RoleRecord,
  type UserRecord,
} from '../../operation/index.ts';
import { arn, paging } from './constraints.ts';
import { contextKeysIn } from './context-keys.ts';
import { invalidInput } from './iam-errors.ts';
import { groups, required, roles, users } from './iam-kinds.ts';
import { permissionOnAccount } from './iam-permissions.ts';
import { requireDocument } from './policy-catalogue.ts';
import { readIdentityPolicy } from './policy-documents.ts';
import { type NamedPolicy, simulateRequests } from './simulation.ts';

const kinds = { user: users, group: groups, role: roles };

const permissionOnSource = (action: string) => ({
  action: `iam:${action}`,
  resource: ({ input }: { input: { PolicySourceArn?: string | undefined } }) => input.PolicySourceArn ?? '*',
  namesResource: true,
});

export default {
  SimulatePrincipalPolicy: defineOperation<SimulatePrincipalPolicyRequest, SimulatePolicyResponse>({
    constraints: { PolicySourceArn: arn, ...paging },
    reads: [
      'ActionNames',
      'ResourceArns',
      'ContextEntries',
      'PolicyInputList',
      'PermissionsBoundaryPolicyInputList',
    ],
    access: permissionOnSource('SimulatePrincipalPolicy'),
    handle: ({ input, state }) => {
      const owner = ownerOf(input.PolicySourceArn ?? '', state);
      const boundary = 'permissionsBoundary' in owner ? owner.permissionsBoundary : undefined;
      if (boundary) requireDocument(boundary);
      const given = boundariesIn(input.PermissionsBoundaryPolicyInputList);
      const boundaries = given.length > 0 ? given : boundary ? [boundary.defaultVersion.document] : [];
      const policies = [...policiesOf(owner, state), ...policiesIn(input.PolicyInputList)];
      return simulateRequests(input, policies, boundaries);
    },
  }),

  SimulateCustomPolicy: defineOperation<SimulateCustomPolicyRequest, SimulatePolicyResponse>({
    constraints: paging,
    reads: [
      'PolicyInputList',
      'ActionNames',
      'ResourceArns',
      'ContextEntries',
      'PermissionsBoundaryPolicyInputList',
    ],
    access: permissionOnAccount('SimulateCustomPolicy'),
    handle: ({ input }) =>
      simulateRequests(
        input,
        policiesIn(input.PolicyInputList),
        boundariesIn(input.PermissionsBoundaryPolicyInputList),
      ),
  }),

  GetContextKeysForCustomPolicy: defineOperation<
    GetContextKeysForCustomPolicyRequest,
    GetContextKeysForPolicyResponse
  >({
    reads: ['PolicyInputList'],
    access: permissionOnAccount('GetContextKeysForCustomPolicy'),
    handle: ({ input }) => ({ ContextKeyNames: keysOf(policiesIn(input.PolicyInputList)) }),
  }),

  GetContextKeysForPrincipalPolicy: defineOperation<
    GetContextKeysForPrincipalPolicyRequest,
    GetContextKeysForPolicyResponse
  >({
    constraints: { PolicySourceArn: arn },
    reads: ['PolicyInputList'],
    access: permissionOnSource('GetContextKeysForPrincipalPolicy'),
    handle: ({ input, state }) => {
      const owner = ownerOf(input.PolicySourceArn ?? '', state);
      return {
        ContextKeyNames: keysOf([...policiesOf(owner, state), ...policiesIn(input.PolicyInputList)]),
      };
    },
  }),
};

const keysOf = (policies: readonly NamedPolicy[]): string[] => [
  ...new Set(policies.flatMap(({ document }) => contextKeysIn(document))),
];

/** Policies of the request itself: AWS numbers them (API reference, Statement). */
const policiesIn = (texts: readonly string[] = []): NamedPolicy[] =>
  texts.map((text, index) => ({ id: `PolicyInputList.${index + 1}`, document: readPolicy(text) }));

/** At most one: "you can have a maximum of one policy" (API reference, PermissionsBoundaryPolicyInputList). Our wording. */
function boundariesIn(texts: readonly string[] = []): unknown[] {
  if (texts.length > 1) throw invalidInput('A permissions boundary is one policy.');
  return texts.map(readPolicy);
}

/** The API's error for a policy that cannot be read is InvalidInput (API reference). */
function readPolicy(text: string): unknown {
  try {
    return readIdentityPolicy(text, 'inline').document;
  } catch (error) {
    throw invalidInput((error as Error).message);
  }
}

function ownerOf(sourceArn: string, state: AccountState): UserRecord | GroupRecord | RoleRecord {
  const [, account, noun, path = ''] =
    /^arn:aws:iam::(\d{12}):(user|group|role)\/(.+)$/.exec(sourceArn) ?? [];
  if (account !== state.account.id)
    throw invalidInput(`Invalid Entity Arn: ${sourceArn} does not clearly define entity type and name.`);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return required<UserRecord | GroupRecord | RoleRecord>(kinds[noun as 'user'], state, name);
}

/** A managed policy has its own name, an inline one the name of its owner before it, as seen on AWS. */
function policiesOf(owner: UserRecord | GroupRecord | RoleRecord, state: AccountState): NamedPolicy[] {
  const owners = 'groupId' in owner ? [owner] : identitiesOf(state, owner);
  return owners.flatMap((one) => {
    const noun = 'userId' in one ? 'user' : 'groupId' in one ? 'group' : 'role';
    return [
      ...[...one.inlinePolicies].map(([name, { document }]) => ({
        id: `${noun}_${one.name}_${name}`,
        document,
      })),
      ...[...one.attachedPolicies].map((policy) => {
        requireDocument(policy);
        return { id: policy.name, document: policy.defaultVersion.document };
      }),
    ];
  });
}
