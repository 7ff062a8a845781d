import type { Account } from './account/index.ts';
import type { Clock } from './clock/index.ts';
import type { Message } from './protocols/index.ts';
import type { Random } from './random/index.ts';
import type { AccountResource, ApiCall, DeniedRequest, UsedPermission } from './state/index.ts';

export interface SandboxOptions {
  readonly account: Account;
  readonly clock: Clock;
  readonly random: Random;
  /** Handler of what the sandbox does not simulate; without it such requests are refused. */
  readonly forward?: Forward;
}

/** Answers an authenticated request to an operation that the sandbox does not simulate. Rejects with a ServiceError. */
export type Forward = (message: Message) => Promise<Response>;

/** A long-term key of an IAM user of the account. */
export interface LongTermKey {
  readonly userName: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** An AWS account that answers requests as AWS does. */
export interface Sandbox {
  /** Answers any request, also a bad one; rejects never. */
  handle(request: Request): Promise<Response>;
  /** The same for a request that was read already: a server's, which may have what a web Request cannot. */
  handleMessage(message: Message): Promise<Response>;
  /** The keys of the account's users, in the order of the account file. */
  readonly longTermKeys: readonly LongTermKey[];
  /** Tells whether the account has given out an access key, whatever its state. */
  hasKey(accessKeyId: string): boolean;
  /** Finds the owner of a key without a request; undefined where the account would refuse the key as unknown. */
  keyOwner(key: AccessKey): KeyOwner | undefined;
  /** Gives what policies refused since it was last asked for, and what decided. */
  takeRefusal(): DeniedRequest | undefined;
  /** Gives the permissions that requests used since it was last asked for, and all that the callers had. */
  takePermissions(): Permissions;
  /** Gives the requests since it was last asked for, the oldest first; of very many only the last ones. */
  takeCalls(): readonly ApiCall[];
  /** Lists the account's resources as consoles do: IAM's, and those of the services that were called. */
  resources(): readonly AccountResource[];
  /** All mail that services have sent to people, the oldest first: SNS's questions for confirmation and its notifications. */
  mails(): readonly Mail[];
}

/** Permissions of the callers of an account. */
export interface Permissions {
  readonly used: readonly UsedPermission[];
  /** Actions as the policies of each principal allow them: `s3:*`. */
  readonly granted: readonly { readonly principal: string; readonly actions: readonly string[] }[];
}

/** A mail from a service to a person. */
export interface Mail {
  /** `me@example.com` */
  readonly to: string;
  /** With the name that it shows. */
  readonly from: string;
  readonly subject: string;
  readonly body: string;
  /** By the account's time. */
  readonly sent: Date;
}

/** A key as a client would sign with it. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** The principal that a key belongs to. */
export interface KeyOwner {
  /** As GetCallerIdentity names it. */
  readonly arn: string;
  /** Of temporary credentials. */
  readonly session?: {
    readonly issued: Date;
    /** By the account's time, which may be past it. */
    readonly expires: Date;
    readonly mfa: boolean;
  };
}
