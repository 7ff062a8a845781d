import { defineSlice, type ResourceScope } from '../../operation/index.ts';

export type ParameterType = 'String' | 'StringList' | 'SecureString';
export type Tier = 'Standard' | 'Advanced';

/** One version of a parameter. What a version says of type, tier and policies is what the parameter had then. */
export interface ParameterVersion {
  readonly version: number;
  readonly value: string;
  /** Of a secure string: what an answer without decryption shows. */
  readonly ciphertext?: string;
  readonly type: ParameterType;
  readonly tier: Tier;
  readonly keyId?: string;
  readonly description?: string;
  readonly allowedPattern?: string;
  readonly dataType: string;
  readonly policies: readonly ExpirationPolicy[];
  readonly modified: Date;
  readonly modifiedBy: string;
  readonly labels: Set<string>;
}

/** A policy of an advanced parameter: it deletes the parameter at an instant. */
export interface ExpirationPolicy {
  /** JSON, as it was given. */
  readonly text: string;
  readonly expires: Date;
}

export interface Parameter {
  readonly name: string;
  readonly region: string;
  /** Oldest first; never empty. */
  readonly versions: ParameterVersion[];
  readonly tags: Map<string, string>;
}

/** Parameters by Region and name: `ap-northeast-1 /app/db/password`. */
const parameters = defineSlice(
  'ssm',
  () => new Map<string, Parameter>(),
  (all) =>
    [...all.values()].map((parameter) => {
      const { type, version } = latestOf(parameter);
      return {
        type: 'AWS::SSM::Parameter',
        ...{ id: parameter.name, region: parameter.region },
        details: { Type: type, Version: String(version) },
      };
    }),
);

const keyOf = (region: string, name: string) => `${region} ${name}`;

/** Reads the parameters of one Region, without those whose policy has made them expire. */
export function parametersIn({ state, region, clock }: ResourceScope) {
  const all = state.of(parameters);
  for (const [key, parameter] of all)
    if (latestOf(parameter).policies.some(({ expires }) => expires <= clock.account())) all.delete(key);
  return {
    get: (name: string) => all.get(keyOf(region, name)),
    set: (parameter: Parameter) => void all.set(keyOf(region, parameter.name), parameter),
    delete: (name: string) => all.delete(keyOf(region, name)),
    list: () => [...all.values()].filter((parameter) => parameter.region === region),
  };
}

/** Returns the version that a name without a selector means. */
export function latestOf({ versions }: Parameter): ParameterVersion {
  const latest = versions.at(-1);
  if (!latest) throw new Error('a parameter without versions');
  return latest;
}
