import type { Account, User } from '../account/index.ts';

/** A user of the account, with what AWS gave it. */
export interface UserRecord extends User {
  /** 21 characters, `AIDA...` */
  readonly userId: string;
  readonly arn: string;
}

/** What an access key id stands for. */
export type Credential =
  | {
      readonly kind: 'long-term';
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly user: UserRecord;
    }
  | {
      readonly kind: 'session';
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly token: string;
      /** By the account's time. */
      readonly expiration: Date;
      readonly user: UserRecord;
      /** Whether MFA was used to get it: IAM is closed to sessions without. */
      readonly mfa: boolean;
    };

/** What all services of one account share and change. */
export interface AccountState {
  readonly account: Account;
  /** In the order of the account file. */
  readonly users: UserRecord[];
  readonly credentials: Map<string, Credential>;
  /** The account's id in S3: 64 hex digits. */
  readonly canonicalUserId: string;
}
