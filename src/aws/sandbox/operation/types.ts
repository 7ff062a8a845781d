import type { ServiceId } from '../../wire/models/index.ts';
import type { RequestSignature } from '../authentication/index.ts';
import type { Access, AssumedByService, ConditionValues } from '../authorization/index.ts';
import type { Clock } from '../clock/index.ts';
import type { ErrorCatalogue } from '../errors/index.ts';
import type { Message, Structure } from '../protocols/index.ts';
import type { Random } from '../random/index.ts';
import type { AccountState, Caller, Credential, ServicePrincipal } from '../state/index.ts';

/** A rule that the SDK's schemas lack, on one member of the input. */
export interface Constraint {
  /** Source of the rule: a model or documentation page. */
  readonly source: string;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** For the whole value; an expression that Java and JavaScript read alike. */
  readonly pattern?: string;
  /** The service's own words for the pattern, where it has some. */
  readonly rule?: string;
  readonly values?: readonly string[];
  /** Of a member of a structure in a list: the schemas say it for the input's own members. */
  readonly required?: boolean;
  /** For each item of a list. */
  readonly item?: Constraint;
  /** For the members of a structure. */
  readonly members?: Readonly<Record<string, Constraint>>;
}

/** Context of an operation: all that it may see and change. */
export interface OperationContext<Input> {
  readonly input: Input;
  readonly caller: Caller;
  /** How the request is signed; absent where a service calls. */
  readonly signature?: RequestSignature;
  readonly state: AccountState;
  readonly clock: Clock;
  readonly random: Random;
  /** That the request was made to. */
  readonly region: string;
  /** Asks for a permission beyond the operation's own, as a copy does for its source. Throws a ServiceError. */
  readonly require: Access['require'];
  /** Calls an operation of another service, as this service does by itself. Rejects with that service's error. */
  readonly call: CallService;
  /** Tells the other services once the operation has succeeded. */
  readonly publish: (event: AccountEvent) => void;
}

/** Account, Region and clock by which a service finds what it keeps. */
export type ResourceScope = Pick<OperationContext<unknown>, 'state' | 'region' | 'clock'>;

/** Something that happened in the account, in the form of an EventBridge event. */
export interface AccountEvent {
  /** `aws.s3` */
  readonly source: string;
  /** `Object Created` */
  readonly detailType: string;
  /** ARNs. */
  readonly resources: readonly string[];
  readonly region: string;
  readonly detail: Structure;
}

/** A call from one service to another. */
export interface ServiceCall {
  readonly service: ServiceId;
  readonly operation: string;
  readonly input: Structure;
  readonly region: string;
  /** The service itself, which the resource's policy must allow; a role that trusts it; or the caller it acts for. */
  readonly as: ServicePrincipal | AssumedByService | Caller;
  /** The service that calls for its caller: the condition key `kms:ViaService` names it. */
  readonly via?: ServiceId;
  /** Set where the input is somebody's own, as that of a template's resource: it is checked as a request's is. */
  readonly checked?: true;
}

type CallService = (call: ServiceCall) => Promise<Structure>;

/** Context of a service that acts by itself. */
export interface ServiceContext {
  readonly state: AccountState;
  readonly clock: Clock;
  readonly random: Random;
  readonly call: CallService;
  readonly publish: (event: AccountEvent) => void;
}

/** The request that an operation is called with, for what an input does not say. */
export interface ReceivedRequest {
  readonly operation: string;
  readonly message: Message;
  /** True where the host names its region. */
  readonly regional: boolean;
  /** How it is signed; absent where a service calls. */
  readonly signature?: RequestSignature;
  /** The service that calls for its caller. */
  readonly via?: ServiceId;
}

/** A request as it comes in, before it is known which operation it means. */
export interface IncomingRequest {
  readonly message: Message;
  readonly signature: RequestSignature;
  readonly state: AccountState;
  readonly clock: Clock;
  /** Of the host; undefined where it says none. */
  readonly region: string | undefined;
}

/** Runs the operation that a message means, and answers; errors are answers too. */
export type Perform = (message: Message, signature: RequestSignature) => Promise<Response>;

/** Permission that a policy must allow. */
interface RequiredAccess<Input> {
  /** `iam:ListUsers` */
  readonly action: string;
  /** Another action that this input needs instead; undefined where it is the usual one. */
  actionFor?(context: OperationContext<Input>): string | undefined;
  /** The ARN that policies are judged against. */
  resource(context: OperationContext<Input>): string;
  /** True where a denial names the resource; AWS leaves it out where an action has none. */
  readonly namesResource: boolean;
  /** How a denial names the resource, where that is not by its ARN (`user bob`). */
  shown?(context: OperationContext<Input>): string | undefined;
  /** Condition keys that the action has beside the global ones, such as `s3:prefix`. */
  conditions?(context: OperationContext<Input>): ConditionValues;
  /** The resource's own policy, as data; undefined where it has none. */
  policy?(context: OperationContext<Input>): unknown;
  /** Set where that policy must name the caller or its account: identity-based policies alone are not enough. */
  readonly policyDecides?: boolean;
}

export interface OperationDefinition<Input, Output> {
  readonly constraints?: { readonly [Member in keyof Input]?: Constraint };
  /**
   * The members that the operation reads, beside those with constraints; `A.B` of a structure of which it reads only B.
   * Every other member is refused as not simulated.
   */
  readonly reads?: readonly (keyof Input | `${string}.${string}`)[];
  /** `none` for operations that no policy can forbid. */
  readonly access: RequiredAccess<Input> | 'none';
  /** Throws a ServiceError to refuse. */
  handle(context: OperationContext<Input>): Output | Promise<Output>;
}

/** An operation whose types are forgotten: what the sandbox runs. */
export type AnyOperation = OperationDefinition<never, object>;

/** Operations by their names in the service's model. */
export type Operations = Readonly<Record<string, AnyOperation>>;

/** The operations on one resource of a service: a module that is loaded when one of them is first called. */
export interface ResourceModule {
  /** Names of all operations of the module. */
  readonly names: readonly string[];
  load(): Promise<{ readonly default: Operations }>;
}

/** A service of the account. What none of its resources names is not simulated. */
export interface SimulatedService {
  readonly resources: readonly ResourceModule[];
  /** Operations that AWS takes without a signature: where one is not simulated, an unsigned request says so too. */
  readonly unsigned?: readonly string[];
  /** Set while operations do not declare what they read: their other members are then accepted in silence. */
  readonly undeclared?: true;
  /** Errors in the service's own words, where they are not those of its protocol. */
  readonly errors?: ErrorCatalogue;
  /** Reads what only this service has in a message, once the signature holds. Throws a ServiceError. */
  receive?(message: Message, signature: RequestSignature, caller: Caller, clock: Clock): Promise<Message>;
  /**
   * Stands before the operations: for requests that are none of them, and for what all answers bear.
   * Rejects with a ServiceError.
   */
  front?(request: IncomingRequest, perform: Perform): Promise<Response>;
  /** The region of what a request is about, where neither its host nor its signature says one. */
  home?(input: Structure, state: AccountState): string | undefined;
  /** Condition keys that the service's requests have beside the global ones. */
  conditions?(context: OperationContext<Structure>, request: ReceivedRequest): ConditionValues;
  /** A resource's own policy by its ARN, as data; undefined where it has none that bears on the caller. */
  policyOn?(resource: string, context: OperationContext<Structure>): unknown;
  /** Refuses callers to whom the operation, or the whole service, is closed. Throws a ServiceError. */
  admit?(caller: Credential, operation: string): void;
  /** Finds what the request is about, before the permission check. Throws a ServiceError. */
  locate?(context: OperationContext<Structure>, request: ReceivedRequest): void;
  /** After the permission check, before the operation itself. Throws a ServiceError. */
  intercept?(
    input: Structure,
    request: ReceivedRequest,
    context: OperationContext<Structure>,
  ): void | Promise<void>;
  /** Takes what another service published. What it refuses with a ServiceError is dropped, as AWS drops it. */
  onEvent?(event: AccountEvent, context: ServiceContext): void | Promise<void>;
  /** Does what has become due by the account's clock, before each request: a schedule, a retry. */
  onTime?(context: ServiceContext): void | Promise<void>;
}
