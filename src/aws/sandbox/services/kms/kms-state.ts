import type { Clock } from '../../clock/index.ts';
import { defineSlice, type ResourceScope } from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
import type { KeyUsage } from './key-specs.ts';

/** Lets a principal use a key, beside the key's policy. */
export interface Grant {
  /** 64 hexadecimal digits. */
  readonly id: string;
  readonly token: string;
  readonly name?: string;
  readonly created: Date;
  readonly grantee: string;
  readonly retiring?: string;
  readonly operations: readonly string[];
  readonly constraints?: {
    readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
    readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
  };
  /** ARN of who created it. */
  readonly issuer: string;
}

export interface KmsKey {
  /** `1234abcd-12ab-34cd-56ef-1234567890ab` */
  readonly id: string;
  readonly arn: string;
  readonly region: string;
  readonly created: Date;
  readonly manager: 'CUSTOMER' | 'AWS';
  /** A name in `keySpecs`. */
  readonly spec: string;
  readonly usage: KeyUsage;
  description: string;
  enabled: boolean;
  /** JSON */
  policy: string;
  readonly tags: Map<string, string>;
  /** Set while it waits for its end: it is deleted then. */
  deletion?: { readonly due: Date; readonly days: number };
  /** How often it is rotated, counted from an instant; undefined where it is not. */
  rotation?: { readonly since: Date; readonly days: number };
  /** Of the material of a symmetric key: 64 hexadecimal digits. */
  readonly materialId?: string;
  /** Draws the material when it is first used: an RSA key takes a while. */
  readonly materialSource: Random;
  readonly grants: Map<string, Grant>;
}

export interface Alias {
  /** `alias/shop` */
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly created: Date;
  updated: Date;
  keyId: string;
}

const slice = defineSlice(
  'kms',
  () => ({
    /** By their ARNs. */
    keys: new Map<string, KmsKey>(),
    aliases: new Map<string, Alias>(),
  }),
  ({ keys, aliases }, clock) => [
    ...[...keys.values()]
      .filter((key) => key.manager === 'CUSTOMER' && !isDeleted(key, clock))
      .map((key) => ({
        type: 'AWS::KMS::Key',
        ...{ id: key.id, region: key.region },
        details: { KeyState: keyStateOf(key), KeySpec: key.spec },
      })),
    ...[...aliases.values()]
      .filter(({ keyId }) => ![...keys.values()].some((key) => key.id === keyId && isDeleted(key, clock)))
      .map(({ name, region, keyId }) => ({
        type: 'AWS::KMS::Alias',
        ...{ id: name, region },
        details: { TargetKeyId: keyId },
      })),
  ],
);

/** Tells whether a key's waiting period has passed. */
function isDeleted({ deletion }: KmsKey, clock: Clock): boolean {
  return deletion !== undefined && deletion.due <= clock.account();
}

/** Reads keys and aliases of one Region, without the keys whose waiting period has passed. */
export function keyStore({ state, region, clock }: ResourceScope) {
  const { keys, aliases } = state.of(slice);
  for (const [arn, key] of keys) {
    if (!isDeleted(key, clock)) continue;
    keys.delete(arn);
    for (const alias of aliases.values()) if (alias.keyId === key.id) aliases.delete(alias.arn);
  }
  const arnOf = (name: string) => `arn:aws:kms:${region}:${state.account.id}:${name}`;
  return {
    arnOf,
    key: (id: string) => keys.get(arnOf(`key/${id}`)),
    addKey: (key: KmsKey) => void keys.set(key.arn, key),
    keys: () => [...keys.values()].filter((key) => key.region === region),
    alias: (name: string) => aliases.get(arnOf(name)),
    addAlias: (alias: Alias) => void aliases.set(alias.arn, alias),
    deleteAlias: (name: string) => aliases.delete(arnOf(name)),
    aliases: () => [...aliases.values()].filter((alias) => alias.region === region),
  };
}

/** The state of a key. Source: Developer Guide, "Key states of AWS KMS keys". */
export function keyStateOf({ enabled, deletion }: KmsKey): 'Enabled' | 'Disabled' | 'PendingDeletion' {
  if (deletion) return 'PendingDeletion';
  return enabled ? 'Enabled' : 'Disabled';
}
