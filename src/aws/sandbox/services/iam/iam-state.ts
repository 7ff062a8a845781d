import type { Tag } from '../../account/index.ts';
import { defineSlice, type UserRecord } from '../../operation/index.ts';

/** A user's password for the console. */
export interface LoginProfile {
  readonly created: Date;
  password: string;
  resetRequired: boolean;
}

/** The rules for passwords; the names are the API's. */
export interface PasswordPolicy {
  readonly MinimumPasswordLength: number;
  readonly RequireSymbols: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireUppercaseCharacters: boolean;
  readonly RequireLowercaseCharacters: boolean;
  readonly AllowUsersToChangePassword: boolean;
  readonly MaxPasswordAge?: number;
  readonly PasswordReusePrevention?: number;
  readonly HardExpiry?: boolean;
}

export interface OidcProvider {
  readonly arn: string;
  /** Without `https://`. */
  readonly url: string;
  readonly created: Date;
  clientIds: readonly string[];
  thumbprints: readonly string[];
  tags: readonly Tag[];
}

/** A user name and password for one service: CodeCommit or Keyspaces. */
export interface ServiceSpecificCredential {
  /** 21 characters, `ACCA...` */
  readonly id: string;
  readonly user: UserRecord;
  readonly service: string;
  readonly userName: string;
  readonly created: Date;
  password: string;
  status: 'Active' | 'Inactive';
}

/** A report on the credentials of all users. */
interface CredentialReport {
  readonly generated: Date;
  /** CSV. */
  readonly text: string;
}

/** IAM's state beside identities and policies, which authorization reads too. */
export const iamState = defineSlice('iam', () => ({
  loginProfiles: new Map<UserRecord, LoginProfile>(),
  passwordPolicy: undefined as PasswordPolicy | undefined,
  /** By ARN. */
  oidcProviders: new Map<string, OidcProvider>(),
  /** By id. */
  serviceSpecificCredentials: new Map<string, ServiceSpecificCredential>(),
  credentialReport: undefined as CredentialReport | undefined,
}));
