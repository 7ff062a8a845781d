import type {
  CreateLoginProfileRequest,
  CreateLoginProfileResponse,
  DeleteLoginProfileRequest,
  GetAccountPasswordPolicyResponse,
  GetLoginProfileRequest,
  GetLoginProfileResponse,
  UpdateAccountPasswordPolicyRequest,
  UpdateLoginProfileRequest,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import {
  defineOperation,
  type OperationContext,
  ServiceError,
  type UserRecord,
} from '../../operation/index.ts';
import {
  maxPasswordAge,
  minimumPasswordLength,
  password,
  passwordReusePrevention,
  userName,
} from './constraints.ts';
import { alreadyExists, noSuchEntity } from './iam-errors.ts';
import { required, users } from './iam-kinds.ts';
import { namedOrCaller, permissionOn, permissionOnAccount, permissionOnUser } from './iam-permissions.ts';
import { iamState, type LoginProfile, type PasswordPolicy } from './iam-state.ts';

type Context<Input> = OperationContext<Input>;

export default {
  CreateLoginProfile: defineOperation<CreateLoginProfileRequest, CreateLoginProfileResponse>({
    constraints: { UserName: userName, Password: password },
    reads: ['PasswordResetRequired'],
    access: permissionOnUser('CreateLoginProfile'),
    handle: (context) => {
      const { input, state, clock } = context;
      const user = namedOrCaller(context);
      const { loginProfiles, passwordPolicy } = state.of(iamState);
      if (loginProfiles.has(user)) throw alreadyExists(`Login Profile for user ${user.name} already exists.`);
      const { Password = '', PasswordResetRequired: resetRequired = false } = input;
      checkPassword(Password, passwordPolicy);
      const profile = { created: accountTime(clock), password: Password, resetRequired };
      loginProfiles.set(user, profile);
      return { LoginProfile: describe(user, profile) };
    },
  }),

  GetLoginProfile: defineOperation<GetLoginProfileRequest, GetLoginProfileResponse>({
    constraints: { UserName: userName },
    access: permissionOnUser('GetLoginProfile'),
    handle: (context) => {
      const user = namedOrCaller(context);
      return { LoginProfile: describe(user, profileOf(context, user)) };
    },
  }),

  UpdateLoginProfile: defineOperation<UpdateLoginProfileRequest, object>({
    constraints: { UserName: userName, Password: password },
    reads: ['PasswordResetRequired'],
    access: permissionOn(users, 'UpdateLoginProfile'),
    handle: (context) => {
      const { input, state } = context;
      const { UserName = '', Password, PasswordResetRequired } = input;
      const profile = profileOf(context, required(users, state, UserName));
      if (Password !== undefined) checkPassword(Password, state.of(iamState).passwordPolicy);
      profile.password = Password ?? profile.password;
      profile.resetRequired = PasswordResetRequired ?? profile.resetRequired;
      return {};
    },
  }),

  DeleteLoginProfile: defineOperation<DeleteLoginProfileRequest, object>({
    constraints: { UserName: userName },
    access: permissionOnUser('DeleteLoginProfile'),
    handle: (context) => {
      const user = namedOrCaller(context);
      profileOf(context, user);
      context.state.of(iamState).loginProfiles.delete(user);
      return {};
    },
  }),

  GetAccountPasswordPolicy: defineOperation<object, GetAccountPasswordPolicyResponse>({
    access: permissionOnAccount('GetAccountPasswordPolicy'),
    handle: (context) => {
      const policy = policyOf(context);
      return { PasswordPolicy: { ...policy, ExpirePasswords: policy.MaxPasswordAge !== undefined } };
    },
  }),

  /** "If you don't include a parameter in the request, it's set to its default" (API reference). */
  UpdateAccountPasswordPolicy: defineOperation<UpdateAccountPasswordPolicyRequest, object>({
    constraints: {
      MinimumPasswordLength: minimumPasswordLength,
      MaxPasswordAge: maxPasswordAge,
      PasswordReusePrevention: passwordReusePrevention,
    },
    reads: [
      'RequireSymbols',
      'RequireNumbers',
      'RequireUppercaseCharacters',
      'RequireLowercaseCharacters',
      'AllowUsersToChangePassword',
      'HardExpiry',
    ],
    access: permissionOnAccount('UpdateAccountPasswordPolicy'),
    handle: ({ input, state }) => {
      state.of(iamState).passwordPolicy = {
        MinimumPasswordLength: input.MinimumPasswordLength ?? 6,
        RequireSymbols: input.RequireSymbols ?? false,
        RequireNumbers: input.RequireNumbers ?? false,
        RequireUppercaseCharacters: input.RequireUppercaseCharacters ?? false,
        RequireLowercaseCharacters: input.RequireLowercaseCharacters ?? false,
        AllowUsersToChangePassword: input.AllowUsersToChangePassword ?? false,
        MaxPasswordAge: input.MaxPasswordAge,
        PasswordReusePrevention: input.PasswordReusePrevention,
        HardExpiry: input.HardExpiry,
      };
      return {};
    },
  }),

  DeleteAccountPasswordPolicy: defineOperation<object, object>({
    access: permissionOnAccount('DeleteAccountPasswordPolicy'),
    handle: (context) => {
      policyOf(context);
      context.state.of(iamState).passwordPolicy = undefined;
      return {};
    },
  }),
};

function profileOf({ state }: Context<object>, user: UserRecord): LoginProfile {
  const profile = state.of(iamState).loginProfiles.get(user);
  if (!profile) throw noSuchEntity(`Login Profile for User ${user.name} cannot be found.`);
  return profile;
}

function policyOf({ state }: Context<object>): PasswordPolicy {
  const policy = state.of(iamState).passwordPolicy;
  if (!policy)
    throw noSuchEntity(`The Password Policy with domain name ${state.account.id} cannot be found.`);
  return policy;
}

function describe(user: UserRecord, { created, resetRequired }: LoginProfile) {
  return { UserName: user.name, CreateDate: created, PasswordResetRequired: resetRequired };
}

/**
 * The rules of the default policy, in force while the account has none of its own (IAM User Guide, "Default password
 * policy"): three of four kinds of characters are wanted there.
 */
const DEFAULT_LENGTH = 8;
const DEFAULT_KINDS = 3;

const KINDS = {
  RequireUppercaseCharacters: /[A-Z]/,
  RequireLowercaseCharacters: /[a-z]/,
  RequireNumbers: /[0-9]/,
  RequireSymbols: /[!@#$%^&*()_+\-=[\]{}|']/,
} as const;

/** Throws PasswordPolicyViolation; the code and status are the API reference's, the sentence is ours. */
function checkPassword(text: string, policy: PasswordPolicy | undefined): void {
  const kinds = Object.entries(KINDS);
  const fits = policy
    ? text.length >= policy.MinimumPasswordLength &&
      kinds.every(([rule, kind]) => !policy[rule as keyof typeof KINDS] || kind.test(text))
    : text.length >= DEFAULT_LENGTH && kinds.filter(([, kind]) => kind.test(text)).length >= DEFAULT_KINDS;
  if (!fits)
    throw new ServiceError(
      400,
      'PasswordPolicyViolation',
      'The password does not conform to the password policy of the account.',
    );
}
