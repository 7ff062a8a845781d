import { type ConditionValues, requestTagConditions } from '../../authorization/index.ts';
import { type Constraint, newRequestId, type OperationContext } from '../../operation/index.ts';
import { noStack, validationError } from './cloudformation-errors.ts';
import { findStack, isThere, type Stack, stacksIn, stacksOf } from './cloudformation-state.ts';

const MODEL = 'CloudFormation API reference; the pattern as its answers have it';

export const stackName: Constraint = {
  source: MODEL,
  minLength: 1,
  maxLength: 128,
  pattern: '[a-zA-Z][-a-zA-Z0-9]*',
};
export const stackNameOrId: Constraint = {
  source: MODEL,
  minLength: 1,
  pattern: '([a-zA-Z][-a-zA-Z0-9]*)|(arn:\\b(aws|aws-us-gov|aws-cn)\\b:[-a-zA-Z0-9:/._+]*)',
};
export const changeSetNameOrId: Constraint = {
  source: MODEL,
  minLength: 1,
  maxLength: 1600,
  pattern: '[a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/]*',
};
export const changeSetName: Constraint = {
  source: MODEL,
  minLength: 1,
  maxLength: 128,
  pattern: '[a-zA-Z][-a-zA-Z0-9]*',
};

interface Named {
  readonly StackName?: string | undefined;
  readonly ChangeSetName?: string | undefined;
  readonly RoleARN?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly Tags?:
    | readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[]
    | undefined;
}

/** Finds a stack that is not deleted. Throws the ValidationError that `missing` makes. */
export function requireStack(
  nameOrId: string,
  context: Pick<OperationContext<unknown>, 'state' | 'region'>,
  missing: (name: string) => Error = noStack,
): Stack {
  const stack = findStack(nameOrId, context);
  if (!stack || !isThere(stack)) throw missing(nameOrId);
  return stack;
}

/** An action on the stack that a request names. A change set's ID names no stack: its action is on the change set. */
export function onStack<Input extends object>(action: string) {
  return {
    action: `cloudformation:${action}`,
    resource: (context: OperationContext<Input>) => resourceOf(context),
    namesResource: true,
    conditions: (context: OperationContext<Input>): ConditionValues => {
      const { ChangeSetName, RoleARN, TemplateURL, Tags } = context.input as Named;
      const stack = named(context);
      return {
        ...requestTagConditions([...(Tags ?? [])]),
        ...Object.fromEntries(
          (stack?.blueprint?.tags ?? []).map(({ Key, Value }) => [`aws:ResourceTag/${Key}`, Value ?? '']),
        ),
        'cloudformation:ChangeSetName': ChangeSetName?.split('/').at(-2) ?? ChangeSetName,
        'cloudformation:RoleArn': RoleARN,
        'cloudformation:TemplateUrl': TemplateURL,
      };
    },
  };
}

/** An action that is on no stack. */
export function onNoStack(action: string) {
  return { action: `cloudformation:${action}`, resource: () => '*', namesResource: false };
}

function named(context: OperationContext<object>): Stack | undefined {
  const { StackName } = context.input as Named;
  return StackName === undefined ? undefined : findStack(StackName, context);
}

function resourceOf(context: OperationContext<object>): string {
  const { StackName, ChangeSetName } = context.input as Named;
  const { region, state } = context;
  if (StackName === undefined)
    return ownerOf(ChangeSetName, context) ?? stackArn(region, state.account.id, '*', '*');
  if (StackName.startsWith('arn:')) return StackName;
  return named(context)?.id ?? stackArn(region, state.account.id, StackName, '*');
}

/** The stack that has a change set, by that one's ID. */
function ownerOf(changeSetId: string | undefined, context: OperationContext<object>): string | undefined {
  return stacksIn(context).find(({ changeSets }) =>
    [...changeSets.values()].some(({ id }) => id === changeSetId),
  )?.id;
}

function stackArn(region: string, account: string, name: string, id: string): string {
  return `arn:aws:cloudformation:${region}:${account}:stack/${name}/${id}`;
}

/** Makes a stack without resources, whose status the caller sets. */
export function newStack(name: string, { state, region, random, clock }: OperationContext<unknown>): Stack {
  const stack: Stack = {
    ...{ id: stackArn(region, state.account.id, name, newRequestId(random)), name, region },
    created: clock.account(),
    status: '',
    disableRollback: false,
    terminationProtection: false,
    outputs: [],
    imports: new Set(),
    resources: new Map(),
    events: [],
    changeSets: new Map(),
  };
  stacksOf(state).set(stack.id, stack);
  return stack;
}

/** Statuses from which a stack can be updated (CloudFormation User Guide, "Stack status codes"). */
const UPDATABLE = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_FAILED', 'UPDATE_ROLLBACK_COMPLETE'];

/** Throws a ValidationError for a stack that is busy, or that can only be deleted. */
export function checkUpdatable({ id, status }: Stack): void {
  if (!UPDATABLE.includes(status))
    throw validationError(`Stack:${id} is in ${status} state and can not be updated.`);
}
