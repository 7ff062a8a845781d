import type { Account, User } from '../account/index.ts';
import { accessKeyId, canonicalUserId, secretAccessKey, uniqueId } from '../identifiers/index.ts';
import type { Random } from '../random/index.ts';
import type { AccountState, Credential, UserRecord } from './types.ts';

export type { AccountState, Credential, UserRecord } from './types.ts';

interface KeyPair {
  readonly userName: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A fresh account. Keys are drawn before all else, so that a seed's keys stay what they are as services grow. */
export function createState(account: Account, random: Random): AccountState {
  const pairs = account.users.flatMap((user) => keyPairs(user, random));
  const users = account.users.map((user) => toRecord(account, user, random));
  const credentials = new Map<string, Credential>();
  for (const { userName, ...pair } of pairs) {
    const user = users.find(({ name }) => name === userName);
    if (user) credentials.set(pair.accessKeyId, { kind: 'long-term', ...pair, user });
  }
  return { account, users, credentials, canonicalUserId: canonicalUserId(random) };
}

function keyPairs(user: User, random: Random): KeyPair[] {
  return Array.from({ length: user.accessKeys }, () => ({
    userName: user.name,
    accessKeyId: accessKeyId(random, 'AKIA'),
    secretAccessKey: secretAccessKey(random),
  }));
}

function toRecord(account: Account, user: User, random: Random): UserRecord {
  return {
    ...user,
    userId: uniqueId(random, 'AIDA'),
    arn: `arn:aws:iam::${account.id}:user${user.path}${user.name}`,
  };
}
