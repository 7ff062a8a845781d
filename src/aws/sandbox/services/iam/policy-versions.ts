import type {
  CreatePolicyVersionRequest,
  CreatePolicyVersionResponse,
  DeletePolicyVersionRequest,
  GetPolicyVersionRequest,
  GetPolicyVersionResponse,
  ListPolicyVersionsRequest,
  ListPolicyVersionsResponse,
  SetDefaultPolicyVersionRequest,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type PolicyVersion } from '../../operation/index.ts';
import { arn, paging, policyDocument, policyVersionId, VERSIONS_PER_POLICY } from './constraints.ts';
import { encodeDocument, toVersion } from './describe.ts';
import { deleteConflict, limitExceeded } from './iam-errors.ts';
import { policies, required } from './iam-kinds.ts';
import { permissionOn } from './iam-permissions.ts';
import { iamPage } from './pages.ts';
import { requireDocument } from './policy-catalogue.ts';
import { ownPolicy, policyVersionOf, readManagedPolicy } from './policy-documents.ts';

export default {
  CreatePolicyVersion: defineOperation<CreatePolicyVersionRequest, CreatePolicyVersionResponse>({
    constraints: { PolicyArn: arn, PolicyDocument: policyDocument },
    reads: ['SetAsDefault'],
    access: permissionOn(policies, 'CreatePolicyVersion'),
    handle: ({ input: { PolicyArn = '', PolicyDocument = '', SetAsDefault }, state, clock }) => {
      const policy = ownPolicy(state, PolicyArn);
      const text = readManagedPolicy(PolicyDocument);
      if (policy.versions.length >= VERSIONS_PER_POLICY)
        throw limitExceeded(
          `A managed policy can have up to ${VERSIONS_PER_POLICY} versions. Before you create a new version, you must delete an existing version.`,
        );
      policy.versionsMade += 1;
      const version = { id: `v${policy.versionsMade}`, created: accountTime(clock), ...text };
      policy.versions = [...policy.versions, version];
      if (SetAsDefault) policy.defaultVersion = version;
      policy.updated = version.created;
      return { PolicyVersion: toVersion(policy, version) };
    },
  }),

  GetPolicyVersion: defineOperation<GetPolicyVersionRequest, GetPolicyVersionResponse>({
    constraints: { PolicyArn: arn, VersionId: policyVersionId },
    access: permissionOn(policies, 'GetPolicyVersion'),
    handle: ({ input: { PolicyArn = '', VersionId = '' }, state }) => {
      const policy = required(policies, state, PolicyArn);
      requireDocument(policy);
      const version = policyVersionOf(policy, VersionId);
      return { PolicyVersion: { Document: encodeDocument(version.text), ...toVersion(policy, version) } };
    },
  }),

  ListPolicyVersions: defineOperation<ListPolicyVersionsRequest, ListPolicyVersionsResponse>({
    constraints: { PolicyArn: arn, ...paging },
    access: permissionOn(policies, 'ListPolicyVersions'),
    handle: ({ input, state }) => {
      const policy = required(policies, state, input.PolicyArn ?? '');
      const { items, more } = iamPage(policy.versions, newestFirst, input);
      return { Versions: items.map((version) => toVersion(policy, version)), ...more };
    },
  }),

  SetDefaultPolicyVersion: defineOperation<SetDefaultPolicyVersionRequest, object>({
    constraints: { PolicyArn: arn, VersionId: policyVersionId },
    access: permissionOn(policies, 'SetDefaultPolicyVersion'),
    handle: ({ input: { PolicyArn = '', VersionId = '' }, state, clock }) => {
      const policy = ownPolicy(state, PolicyArn);
      policy.defaultVersion = policyVersionOf(policy, VersionId);
      policy.updated = accountTime(clock);
      return {};
    },
  }),

  DeletePolicyVersion: defineOperation<DeletePolicyVersionRequest, object>({
    constraints: { PolicyArn: arn, VersionId: policyVersionId },
    access: permissionOn(policies, 'DeletePolicyVersion'),
    handle: ({ input: { PolicyArn = '', VersionId = '' }, state }) => {
      const policy = ownPolicy(state, PolicyArn);
      const version = policyVersionOf(policy, VersionId);
      // "You cannot delete the default version from a policy using this operation" (API reference); the text is ours.
      if (version === policy.defaultVersion)
        throw deleteConflict('Cannot delete the default version of a policy.');
      policy.versions = policy.versions.filter((kept) => kept !== version);
      return {};
    },
  }),
};

/** AWS shows the newest first. */
function newestFirst({ id }: PolicyVersion): string {
  return String(Number.MAX_SAFE_INTEGER - Number(id.slice(1)));
}
