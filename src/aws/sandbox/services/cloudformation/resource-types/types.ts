import type { ServiceId } from '../../../../wire/models/index.ts';
import type { Properties, Values } from './properties.ts';

export type { Values } from './properties.ts';

/** Answer of an operation. */
export type Answer = Readonly<Record<string, unknown>>;

/** Everything that a type needs to make and change resources. */
export interface ResourceContext {
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
  readonly logicalId: string;
  /** Calls an operation for the stack. Rejects with a CallError. */
  call(service: ServiceId, operation: string, input: Values): Promise<Answer>;
  /** Makes a physical name, such as `stack-Queue-1X2Y3Z4A5B6C`, of at most so many characters. */
  newName(maxLength: number): string;
}

/** A resource that was made: its physical ID and the values for `Fn::GetAtt`. */
interface Made {
  readonly id: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A change of properties that needs no new resource. */
export interface PropertyChange {
  readonly id: string;
  readonly before: Values;
  readonly after: Values;
}

/** A type of resource: how its properties become calls of operations. */
export interface ResourceType {
  readonly properties: Properties;
  readonly required?: readonly string[];
  /** Names of properties that AWS has and the sandbox has not, with spaces between. */
  readonly others?: string;
  /** Names for `Fn::GetAtt`. */
  readonly attributes?: readonly string[];
  /** The property that gives the resource a name of one's own. */
  readonly nameProperty?: string;
  create(values: Values, context: ResourceContext): Promise<Made>;
  /** Steps of a change, one call after the other has ended; absent where every change needs a new resource. */
  readonly updates?: readonly Update[];
  delete(id: string, values: Values, context: ResourceContext): Promise<void>;
  /** True once the resource can be used; absent where it can at once. */
  isReady?(id: string, context: ResourceContext): Promise<boolean>;
}

type Update = (change: PropertyChange, context: ResourceContext) => Promise<void>;

/** A tag as most types have it. */
export interface ResourceTag {
  readonly Key: string;
  readonly Value: string;
}
