import type { Change, Tag } from '@aws-sdk/client-cloudformation';
import type { AssumedByService } from '../../authorization/index.ts';
import { type AccountState, type Caller, defineSlice, type ServiceContext } from '../../operation/index.ts';
import type { ParameterValues, Template } from './template/index.ts';

/** The plan of a stack: a template with its values. An update replaces it as a whole, a rollback brings it back. */
export interface Blueprint {
  readonly template: Template;
  readonly parameters: ParameterValues;
  readonly tags: readonly Tag[];
  readonly capabilities: readonly string[];
}

/** A resource of a stack, as it is now. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  /** Properties that it was made with, worked out. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Values for `Fn::GetAtt`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly status: string;
  readonly reason?: string;
  readonly changed: Date;
}

/** An entry of a stack's history. */
interface StackEventRecord {
  readonly id: string;
  readonly time: Date;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly properties?: string;
}

/** Value of an output, and the name of its export. */
export interface OutputValue {
  readonly name: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

/** Work on a stack that goes on with the account's clock. */
export interface StackWork {
  /** When the next step is due, in milliseconds of the epoch. */
  due: number;
  /** Each step gives the seconds until the next one. */
  readonly steps: AsyncGenerator<number, void>;
  /** Of the request in which the present step is done. */
  context: ServiceContext;
  /** Set by CancelUpdateStack. */
  cancelled: boolean;
}

/** A step that a rollback of an update has still to undo. */
export interface UndoStep {
  readonly logicalId: string;
  /** The resource before the update; undefined where the update made it. */
  readonly before: StackResource | undefined;
}

export interface ChangeSetRecord {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly created: Date;
  readonly description?: string;
  readonly blueprint: Blueprint;
  readonly roleArn?: string | undefined;
  readonly changes: readonly Change[];
  /** Why it failed; undefined where it can be executed. */
  readonly failure?: string;
  isExecuted: boolean;
}

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly created: Date;
  updated?: Date;
  deleted?: Date;
  status: string;
  statusReason?: string;
  /** Undefined while only change sets are there. */
  blueprint?: Blueprint;
  roleArn?: string;
  disableRollback: boolean;
  terminationProtection: boolean;
  outputs: readonly OutputValue[];
  /** Names of the exports that it uses. */
  imports: ReadonlySet<string>;
  /** By logical id, in the order of their creation. */
  resources: Map<string, StackResource>;
  /** From the oldest on. */
  readonly events: StackEventRecord[];
  readonly changeSets: Map<string, ChangeSetRecord>;
  work?: StackWork;
  /** Set while a request does the steps that are due. */
  advancing?: Promise<void>;
}

/** The identity that a stack's calls are made as. */
export type Deployer = Caller | AssumedByService;

interface CloudformationState {
  /** By ID, in the order of their creation; deleted ones stay. */
  readonly stacks: Map<string, Stack>;
}

const slice = defineSlice(
  'cloudformation',
  (): CloudformationState => ({ stacks: new Map() }),
  ({ stacks }) =>
    [...stacks.values()].filter(isThere).map(({ name, region, status, resources }) => ({
      type: 'AWS::CloudFormation::Stack',
      ...{ id: name, region },
      details: { StackStatus: status, Resources: [...resources.keys()].join(', ') },
    })),
);

export function stacksOf(state: AccountState): Map<string, Stack> {
  return state.of(slice).stacks;
}

/** True until a stack is deleted. */
export function isThere({ status }: Stack): boolean {
  return status !== 'DELETE_COMPLETE';
}

/** The stacks of a Region that are there. */
export function stacksIn({
  state,
  region,
}: {
  readonly state: AccountState;
  readonly region: string;
}): Stack[] {
  return [...stacksOf(state).values()].filter((stack) => stack.region === region && isThere(stack));
}

/** Finds a stack by its name, or by its ID, which finds deleted ones too. */
export function findStack(
  nameOrId: string,
  context: { readonly state: AccountState; readonly region: string },
): Stack | undefined {
  if (nameOrId.startsWith('arn:')) return stacksOf(context.state).get(nameOrId);
  return stacksIn(context).find(({ name }) => name === nameOrId);
}

/** The stacks that work goes on with. */
export function busyStacks(state: AccountState): Stack[] {
  return [...stacksOf(state).values()].filter(({ work }) => work !== undefined);
}
