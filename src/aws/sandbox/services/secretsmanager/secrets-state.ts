import { defineSlice, type ResourceScope } from '../../operation/index.ts';

/** The key under which a version was encrypted, and the data key that it has from there. */
export interface VersionKey {
  readonly keyId: string;
  readonly dataKey: Uint8Array;
}

export interface SecretVersion {
  /** The caller's ClientRequestToken. */
  readonly id: string;
  readonly text?: string;
  readonly binary?: Uint8Array;
  readonly created: Date;
  /** Day of the last retrieval. */
  accessed?: Date;
  readonly stages: Set<string>;
  /** Undefined for AWS's own key. */
  key?: VersionKey;
}

export interface Secret {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly created: Date;
  changed: Date;
  accessed?: Date;
  description?: string;
  /** As it was given; undefined for AWS's own key. */
  keyId?: string;
  /** JSON */
  policy?: string;
  /** Set while it waits for its end: it is deleted then. */
  deletion?: { readonly requested: Date; readonly due: Date };
  /** Undefined until the first tag is set: an answer then has no list, later an empty one. */
  tags?: Map<string, string>;
  /** Oldest first. */
  readonly versions: SecretVersion[];
}

/** Secrets by their ARNs. */
const secrets = defineSlice(
  'secretsmanager',
  () => new Map<string, Secret>(),
  (all, clock) =>
    [...all.values()]
      .filter(({ deletion }) => !(deletion && deletion.due <= clock.account()))
      .map(({ name, region, versions, deletion }) => ({
        type: 'AWS::SecretsManager::Secret',
        ...{ id: name, region },
        details: {
          Versions: String(versions.length),
          ...(deletion && { DeletionDate: deletion.due.toISOString() }),
        },
      })),
);

/** Reads the secrets of one Region, without those whose recovery window has passed. */
export function secretsIn({ state, region, clock }: ResourceScope) {
  const all = state.of(secrets);
  for (const [arn, { deletion }] of all) if (deletion && deletion.due <= clock.account()) all.delete(arn);
  return {
    set: (secret: Secret) => void all.set(secret.arn, secret),
    delete: (arn: string) => all.delete(arn),
    list: () => [...all.values()].filter((secret) => secret.region === region),
  };
}

export function versionWith({ versions }: Secret, stage: string): SecretVersion | undefined {
  return versions.find(({ stages }) => stages.has(stage));
}
