import { describe, expect, test, vi } from 'vitest';
import { findOperation, simulatedOperations } from '../../../../../src/aws/sandbox/services/index.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { ALLOW, openIam, S3_READ, TRUST } from './open.ts';

standStill();

const UserName = 'bob';
const GroupName = 'developers';
const RoleName = 'deployer';
const PolicyName = 'rules';
const PolicyArn = 'arn:aws:iam::123456789012:policy/rules';
const SerialNumber = 'arn:aws:iam::123456789012:mfa/phone';
const InstanceProfileName = 'web';
const OpenIDConnectProviderArn = 'arn:aws:iam::123456789012:oidc-provider/token.example.com';
const ThumbprintList = ['1c58a3a8518e8759bf075b76b750d4f2df264fcd'];
const ServiceSpecificCredentialId = 'ACCAIOSFODNN7EXAMPLEA';
const AccessKeyId = 'AKIAIOSFODNN7EXAMPLE';
const PermissionsBoundary = S3_READ;
const Tags = [{ Key: 'team', Value: 'blue' }];
const TagKeys = ['team'];
const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' };

/** A good call of every operation there is. */
const inputs: Readonly<Record<string, object>> = {
  AddUserToGroup: { GroupName, UserName },
  AttachGroupPolicy: { GroupName, PolicyArn },
  AttachRolePolicy: { RoleName, PolicyArn },
  AttachUserPolicy: { UserName, PolicyArn },
  CreateAccessKey: { UserName },
  CreateAccountAlias: { AccountAlias: 'tejun' },
  CreateGroup: { GroupName, Path: '/teams/' },
  CreatePolicy: { PolicyName, PolicyDocument: ALLOW },
  CreatePolicyVersion: { PolicyArn, PolicyDocument: ALLOW },
  CreateRole: { RoleName, AssumeRolePolicyDocument: TRUST },
  CreateUser: { UserName, Path: '/developers/' },
  CreateVirtualMFADevice: { VirtualMFADeviceName: 'phone' },
  DeactivateMFADevice: { UserName, SerialNumber },
  DeleteAccessKey: { UserName, AccessKeyId },
  DeleteAccountAlias: { AccountAlias: 'tejun' },
  DeleteGroup: { GroupName },
  DeleteGroupPolicy: { GroupName, PolicyName },
  DeletePolicy: { PolicyArn },
  DeletePolicyVersion: { PolicyArn, VersionId: 'v1' },
  DeleteRole: { RoleName },
  DeleteRolePermissionsBoundary: { RoleName },
  DeleteRolePolicy: { RoleName, PolicyName },
  DeleteUser: { UserName },
  DeleteUserPermissionsBoundary: { UserName },
  DeleteUserPolicy: { UserName, PolicyName },
  DeleteVirtualMFADevice: { SerialNumber },
  DetachGroupPolicy: { GroupName, PolicyArn },
  DetachRolePolicy: { RoleName, PolicyArn },
  DetachUserPolicy: { UserName, PolicyArn },
  EnableMFADevice: { UserName, SerialNumber, ...codes },
  GetAccessKeyLastUsed: { AccessKeyId },
  GetAccountSummary: {},
  GetGroup: { GroupName },
  GetGroupPolicy: { GroupName, PolicyName },
  GetMFADevice: { SerialNumber, UserName },
  GetPolicy: { PolicyArn },
  GetPolicyVersion: { PolicyArn, VersionId: 'v1' },
  GetRole: { RoleName },
  GetRolePolicy: { RoleName, PolicyName },
  GetUser: { UserName },
  GetUserPolicy: { UserName, PolicyName },
  ListAccessKeys: { UserName },
  ListAccountAliases: {},
  ListAttachedGroupPolicies: { GroupName },
  ListAttachedRolePolicies: { RoleName },
  ListAttachedUserPolicies: { UserName },
  ListEntitiesForPolicy: { PolicyArn },
  ListGroupPolicies: { GroupName },
  ListGroups: {},
  ListGroupsForUser: { UserName },
  ListMFADevices: { UserName },
  ListMFADeviceTags: { SerialNumber },
  ListPolicies: { Scope: 'Local' },
  ListPolicyTags: { PolicyArn },
  ListPolicyVersions: { PolicyArn },
  ListRolePolicies: { RoleName },
  ListRoles: {},
  ListRoleTags: { RoleName },
  ListUserPolicies: { UserName },
  ListUsers: { PathPrefix: '/developers/' },
  ListUserTags: { UserName },
  ListVirtualMFADevices: {},
  PutGroupPolicy: { GroupName, PolicyName, PolicyDocument: ALLOW },
  PutRolePermissionsBoundary: { RoleName, PermissionsBoundary },
  PutRolePolicy: { RoleName, PolicyName, PolicyDocument: ALLOW },
  PutUserPermissionsBoundary: { UserName, PermissionsBoundary },
  PutUserPolicy: { UserName, PolicyName, PolicyDocument: ALLOW },
  RemoveUserFromGroup: { GroupName, UserName },
  ResyncMFADevice: { UserName, SerialNumber, ...codes },
  SetDefaultPolicyVersion: { PolicyArn, VersionId: 'v1' },
  GetAccountAuthorizationDetails: { Filter: ['User'] },
  GenerateCredentialReport: {},
  GetCredentialReport: {},
  GetContextKeysForCustomPolicy: { PolicyInputList: [ALLOW] },
  GetContextKeysForPrincipalPolicy: { PolicySourceArn: `arn:aws:iam::123456789012:user/${UserName}` },
  SimulateCustomPolicy: { PolicyInputList: [ALLOW], ActionNames: ['s3:GetObject'] },
  SimulatePrincipalPolicy: {
    PolicySourceArn: `arn:aws:iam::123456789012:user/${UserName}`,
    ActionNames: ['s3:GetObject'],
  },
  TagMFADevice: { SerialNumber, Tags },
  TagPolicy: { PolicyArn, Tags },
  TagRole: { RoleName, Tags },
  TagUser: { UserName, Tags },
  UntagMFADevice: { SerialNumber, TagKeys },
  UntagPolicy: { PolicyArn, TagKeys },
  UntagRole: { RoleName, TagKeys },
  UntagUser: { UserName, TagKeys },
  UpdateAccessKey: { UserName, AccessKeyId, Status: 'Inactive' },
  UpdateAssumeRolePolicy: { RoleName, PolicyDocument: TRUST },
  UpdateGroup: { GroupName, NewGroupName: 'engineers' },
  UpdateRole: { RoleName, Description: 'deploys' },
  UpdateRoleDescription: { RoleName, Description: 'deploys' },
  UpdateUser: { UserName, NewUserName: 'robert' },
  CreateInstanceProfile: { InstanceProfileName, Path: '/apps/', Tags },
  GetInstanceProfile: { InstanceProfileName },
  ListInstanceProfiles: { PathPrefix: '/apps/' },
  ListInstanceProfilesForRole: { RoleName },
  AddRoleToInstanceProfile: { InstanceProfileName, RoleName },
  RemoveRoleFromInstanceProfile: { InstanceProfileName, RoleName },
  DeleteInstanceProfile: { InstanceProfileName },
  TagInstanceProfile: { InstanceProfileName, Tags },
  UntagInstanceProfile: { InstanceProfileName, TagKeys },
  ListInstanceProfileTags: { InstanceProfileName },
  CreateLoginProfile: { UserName, Password: 'long-enough-1!', PasswordResetRequired: true },
  GetLoginProfile: { UserName },
  UpdateLoginProfile: { UserName, Password: 'long-enough-2!', PasswordResetRequired: true },
  DeleteLoginProfile: { UserName },
  GetAccountPasswordPolicy: {},
  UpdateAccountPasswordPolicy: {
    MinimumPasswordLength: 12,
    RequireSymbols: true,
    HardExpiry: false,
    MaxPasswordAge: 90,
  },
  DeleteAccountPasswordPolicy: {},
  CreateOpenIDConnectProvider: {
    Url: 'https://token.example.com',
    ClientIDList: ['app'],
    ThumbprintList,
    Tags,
  },
  GetOpenIDConnectProvider: { OpenIDConnectProviderArn },
  ListOpenIDConnectProviders: {},
  AddClientIDToOpenIDConnectProvider: { OpenIDConnectProviderArn, ClientID: 'app' },
  RemoveClientIDFromOpenIDConnectProvider: { OpenIDConnectProviderArn, ClientID: 'app' },
  UpdateOpenIDConnectProviderThumbprint: { OpenIDConnectProviderArn, ThumbprintList },
  DeleteOpenIDConnectProvider: { OpenIDConnectProviderArn },
  TagOpenIDConnectProvider: { OpenIDConnectProviderArn, Tags },
  UntagOpenIDConnectProvider: { OpenIDConnectProviderArn, TagKeys },
  ListOpenIDConnectProviderTags: { OpenIDConnectProviderArn },
  CreateServiceSpecificCredential: { UserName, ServiceName: 'codecommit.amazonaws.com' },
  ListServiceSpecificCredentials: { UserName, ServiceName: 'codecommit.amazonaws.com' },
  UpdateServiceSpecificCredential: { UserName, ServiceSpecificCredentialId, Status: 'Inactive' },
  ResetServiceSpecificCredential: { UserName, ServiceSpecificCredentialId },
  DeleteServiceSpecificCredential: { UserName, ServiceSpecificCredentialId },
};
const names = Object.keys(inputs).sort();

const line = ({ code, status, message }: { code: string; status?: number; message: string }) =>
  `${status} ${code}: ${message}`;

const made = [
  'CreateUser',
  'CreateGroup',
  'CreateRole',
  'CreatePolicy',
  'CreateVirtualMFADevice',
  'CreateInstanceProfile',
  'CreateLoginProfile',
  'CreateOpenIDConnectProvider',
];

/** Calls IAM in an account that has one of each, but for what an operation makes itself. */
async function furnished(maker?: string) {
  const { call } = openIam();
  for (const other of made) if (other !== maker) await call(other, inputs[other]).catch(() => undefined);
  return call;
}

/** One account for all operations that change nothing. */
let forReading: ReturnType<typeof furnished> | undefined;
function accountFor(name: string): ReturnType<typeof furnished> {
  if (!/^(?:Get|List|Simulate)/.test(name)) return furnished(name);
  forReading ??= furnished();
  return forReading;
}

describe('every operation', () => {
  test('has its call here', () => {
    expect(simulatedOperations('iam')).toEqual(names);
  });

  test.each(names)('%s reads every member that it is given', async (name) => {
    const operation = await findOperation('iam', name);
    if (!operation) throw new Error(`${name} is not simulated.`);
    const unread = new Set(Object.keys(inputs[name] ?? {}));
    const real = operation.handle as (context: { readonly input: object }) => object;
    const recording = vi.spyOn(operation, 'handle').mockImplementation(((context: { input: object }) => {
      const get = (target: object, member: string) => {
        unread.delete(member);
        return Reflect.get(target, member);
      };
      return real({ ...context, input: new Proxy(context.input, { get } as ProxyHandler<object>) });
    }) as never);
    const call = await accountFor(name);
    await call(name, inputs[name]).catch(() => undefined);
    recording.mockRestore();
    expect([...unread]).toEqual([]);
  });

  test('is refused to a user without permissions, who reads what is missing', async () => {
    const { callAsNobody } = openIam();
    const lines: string[] = [];
    for (const name of names) {
      const refused = await refusal(callAsNobody(name, inputs[name]));
      lines.push(`${name}: ${line(refused)}\n`);
    }
    expect(lines.filter((text) => !text.includes('403 AccessDenied'))).toEqual([]);
    await expect(lines.join('')).toMatchFileSnapshot('../../../../fixtures/aws/sandbox/iam/denied.txt');
  });

  test('answers of what is not there that it is not there, or makes it', async () => {
    const lines: string[] = [];
    for (const name of names) {
      const answer = await openIam()
        .call(name, inputs[name])
        .then(() => 'done')
        .catch((error) => refusal(Promise.reject(error)).then(line));
      lines.push(`${name}: ${answer}\n`);
    }
    await expect(lines.join('')).toMatchFileSnapshot(
      '../../../../fixtures/aws/sandbox/iam/empty-account.txt',
    );
  });

  test('says which of its parameters are required', async () => {
    const lines: string[] = [];
    for (const name of names) {
      const answer = await openIam()
        .call(name, {})
        .then(() => 'done')
        .catch((error) => refusal(Promise.reject(error)).then(line));
      lines.push(`${name}: ${answer}\n`);
    }
    await expect(lines.join('')).toMatchFileSnapshot(
      '../../../../fixtures/aws/sandbox/iam/no-parameters.txt',
    );
  });
});
