import { defineSlice, type OperationContext } from '../../operation/index.ts';

/** A deployment package. */
export interface FunctionCode {
  readonly zip: Uint8Array;
  /** Base64. */
  readonly sha256: string;
}

/** Settings and code of a function: those of `$LATEST` or of a published version. */
export interface FunctionSettings {
  readonly runtime: string;
  readonly handler: string;
  /** ARN. */
  readonly role: string;
  readonly description: string;
  /** Seconds. */
  readonly timeout: number;
  /** Megabytes. */
  readonly memorySize: number;
  /** Undefined where none was ever given. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly tracing: string;
  /** Megabytes of `/tmp`. */
  readonly storage: number;
  readonly architecture: string;
  readonly logGroup: string;
  readonly code: FunctionCode;
}

/** A version: `$LATEST`, whose settings change, or one that was published. */
export interface FunctionVersion {
  /** `$LATEST`, `1` */
  readonly id: string;
  settings: FunctionSettings;
  modified: Date;
  /** While it is being created or changed. */
  revisionId: string;
  /** From then on. */
  readyRevisionId: string;
  readonly created: Date;
  /** Instant of the last update; undefined until the first. */
  updated?: Date;
}

export interface FunctionAlias {
  readonly name: string;
  version: string;
  description: string;
  /** Shares of the invocations by version, from 0 to 1. */
  weights: ReadonlyMap<string, number>;
  revisionId: string;
}

/** A statement of a function's resource-based policy, as it is written. */
export interface PermissionStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: '*' | Readonly<Record<string, string>>;
  readonly Action: string;
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The policy of a function, or of one of its versions or aliases. */
export interface FunctionPolicy {
  readonly statements: PermissionStatement[];
  revisionId: string;
}

export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly latest: FunctionVersion;
  /** Oldest first. */
  readonly versions: FunctionVersion[];
  /** Number of the last version that was published: it is not given twice. */
  lastVersion: number;
  readonly aliases: Map<string, FunctionAlias>;
  readonly tags: Map<string, string>;
  /** By qualifier; an empty one is the function itself. */
  readonly policies: Map<string, FunctionPolicy>;
  reservedConcurrency?: number;
}

/** Functions by their ARNs. */
const functions = defineSlice(
  'lambda',
  () => new Map<string, LambdaFunction>(),
  (all) =>
    [...all.values()].map(({ name, region, latest, versions }) => ({
      type: 'AWS::Lambda::Function',
      ...{ id: name, region },
      details: { Runtime: latest.settings.runtime, Versions: String(versions.length) },
    })),
);

export type LambdaPlace = Pick<OperationContext<unknown>, 'state' | 'region'>;

/** Reads the functions of one Region. */
export function functionsIn({ state, region }: LambdaPlace) {
  const all = state.of(functions);
  return {
    arnOf: (name: string) => `arn:aws:lambda:${region}:${state.account.id}:function:${name}`,
    get: (name: string) => all.get(`arn:aws:lambda:${region}:${state.account.id}:function:${name}`),
    set: (one: LambdaFunction) => void all.set(one.arn, one),
    delete: ({ arn }: LambdaFunction) => void all.delete(arn),
    list: () => [...all.values()].filter((one) => one.region === region),
  };
}
