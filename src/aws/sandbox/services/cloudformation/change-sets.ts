import type {
  CreateChangeSetInput,
  CreateChangeSetOutput,
  DeleteChangeSetInput,
  ExecuteChangeSetInput,
} from '@aws-sdk/client-cloudformation';
import { defineOperation, newRequestId, type OperationContext, ServiceError } from '../../operation/index.ts';
import { noStack, validationError } from './cloudformation-errors.ts';
import { type ChangeSetRecord, findStack, type Stack } from './cloudformation-state.ts';
import { beginWork, createSteps, planChanges, recordStack } from './deployment/index.ts';
import { changeSetStatus, findChangeSet } from './find-change-set.ts';
import {
  changeSetName,
  changeSetNameOrId,
  checkUpdatable,
  newStack,
  onStack,
  stackNameOrId,
} from './find-stack.ts';
import { hasChanges, toChange } from './planned-change.ts';
import { deployerOf, readBlueprint } from './read-request.ts';
import { beginUpdate } from './stacks.ts';

type Context = OperationContext<CreateChangeSetInput>;

/** AWS's words for a change set that would do nothing; the CLI's `deploy` looks for them. */
const EMPTY =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

export default {
  CreateChangeSet: defineOperation<CreateChangeSetInput, CreateChangeSetOutput>({
    constraints: { StackName: stackNameOrId, ChangeSetName: changeSetName },
    reads: [
      ...(['TemplateBody', 'TemplateURL', 'UsePreviousTemplate', 'Parameters', 'Capabilities'] as const),
      ...(['Tags', 'RoleARN', 'Description', 'ChangeSetType'] as const),
    ],
    access: onStack('CreateChangeSet'),
    handle: async (context) => {
      const { input, state, region, random, clock } = context;
      const {
        StackName = '',
        ChangeSetName: name = '',
        ChangeSetType = 'UPDATE',
        Description,
        RoleARN,
      } = input;
      const known = knownStack(context);
      if (known?.changeSets.has(name))
        throw new ServiceError(
          400,
          'AlreadyExistsException',
          `ChangeSet ${name} already exists for stack ${known.name}`,
        );
      const blueprint = await readBlueprint(context, known);
      deployerOf(context, RoleARN ?? known?.roleArn);
      const stack = known ?? reviewedStack(StackName, context);
      const planned = await planChanges(stack, blueprint, state);
      const isEmpty = stack.blueprint !== undefined && !(await hasChanges(stack, blueprint, state));
      const id = `arn:aws:cloudformation:${region}:${state.account.id}:changeSet/${name}/${newRequestId(random)}`;
      const changeSet: ChangeSetRecord = {
        ...{ id, name, blueprint, roleArn: RoleARN, created: clock.account(), isExecuted: false },
        type: ChangeSetType === 'CREATE' ? 'CREATE' : 'UPDATE',
        ...(Description !== undefined && { description: Description }),
        changes: isEmpty ? [] : planned.map((change) => toChange(change, blueprint.template, stack)),
        ...(isEmpty && { failure: EMPTY }),
      };
      stack.changeSets.set(name, changeSet);
      return { Id: id, StackId: stack.id };
    },
  }),
  ExecuteChangeSet: defineOperation<ExecuteChangeSetInput, object>({
    constraints: { ChangeSetName: changeSetNameOrId, StackName: stackNameOrId },
    reads: ['DisableRollback'],
    access: onStack('ExecuteChangeSet'),
    handle: (context) => {
      const { stack, changeSet } = findChangeSet(context);
      const { Status, ExecutionStatus } = changeSetStatus(changeSet, context.clock);
      if (ExecutionStatus !== 'AVAILABLE')
        throw new ServiceError(
          400,
          'InvalidChangeSetStatus',
          `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${Status}]`,
        );
      execute(stack, changeSet, context);
      return {};
    },
  }),
  DeleteChangeSet: defineOperation<DeleteChangeSetInput, object>({
    constraints: { ChangeSetName: changeSetNameOrId, StackName: stackNameOrId },
    access: onStack('DeleteChangeSet'),
    handle: (context) => {
      const { ChangeSetName = '', StackName } = context.input;
      // API reference: to delete a change set that is not there succeeds; its stack must be there.
      if (!ChangeSetName.startsWith('arn:') && StackName !== undefined) {
        const stack = findStack(StackName, context);
        if (!stack) throw noStack(StackName);
        stack.changeSets.delete(ChangeSetName);
        return {};
      }
      const { stack, changeSet } = findChangeSet(context);
      stack.changeSets.delete(changeSet.name);
      return {};
    },
  }),
};

/** The stack that a change set is for; undefined where it is to be made. Throws a ValidationError. */
function knownStack(context: Context): Stack | undefined {
  const { StackName = '', ChangeSetType = 'UPDATE', ChangeSetName } = context.input;
  const stack = findStack(StackName, context);
  if (ChangeSetType === 'CREATE') {
    if (stack && stack.status !== 'REVIEW_IN_PROGRESS')
      throw validationError(
        `Stack [${StackName}] already exists and cannot be created again with the changeSet [${ChangeSetName}].`,
      );
    return stack;
  }
  if (!stack || stack.status === 'DELETE_COMPLETE' || !stack.blueprint) throw noStack(StackName);
  checkUpdatable(stack);
  return stack;
}

function reviewedStack(name: string, context: Context): Stack {
  const stack = newStack(name, context);
  const time = context.clock.account();
  recordStack(stack, { status: 'REVIEW_IN_PROGRESS', reason: 'User Initiated', time }, context.random);
  return stack;
}

function execute(
  stack: Stack,
  changeSet: ChangeSetRecord,
  context: OperationContext<ExecuteChangeSetInput>,
): void {
  const { blueprint, roleArn } = changeSet;
  const disableRollback = context.input.DisableRollback === true;
  if (changeSet.type === 'UPDATE') checkUpdatable(stack);
  const as = deployerOf(context, roleArn ?? stack.roleArn);
  if (roleArn !== undefined) stack.roleArn = roleArn;
  // API reference: executing one deletes the stack's others.
  for (const other of [...stack.changeSets.values()])
    if (other !== changeSet) stack.changeSets.delete(other.name);
  changeSet.isExecuted = true;
  if (changeSet.type === 'UPDATE') {
    beginUpdate(stack, blueprint, as, disableRollback, context);
    return;
  }
  const time = context.clock.account();
  Object.assign(stack, { blueprint, disableRollback, updated: time });
  recordStack(stack, { status: 'CREATE_IN_PROGRESS', reason: 'User Initiated', time }, context.random);
  beginWork(stack, { blueprint, as, context }, createSteps(disableRollback ? 'DO_NOTHING' : 'ROLLBACK'));
}
