import type {
  CancelUpdateStackInput,
  CreateStackInput,
  CreateStackOutput,
  DeleteStackInput,
  UpdateStackInput,
  UpdateStackOutput,
  UpdateTerminationProtectionInput,
  UpdateTerminationProtectionOutput,
} from '@aws-sdk/client-cloudformation';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { noStack, noStackWithId, stackExists, validationError } from './cloudformation-errors.ts';
import { findStack, isThere, type Stack } from './cloudformation-state.ts';
import {
  beginWork,
  createSteps,
  deleteSteps,
  importersOf,
  noteOnStack,
  type OnFailure,
  recordStack,
  updateSteps,
} from './deployment/index.ts';
import { checkUpdatable, newStack, onStack, requireStack, stackName, stackNameOrId } from './find-stack.ts';
import { hasChanges } from './planned-change.ts';
import { deployerOf, readBlueprint } from './read-request.ts';

export default {
  CreateStack: defineOperation<CreateStackInput, CreateStackOutput>({
    constraints: { StackName: stackName },
    reads: [
      ...(['TemplateBody', 'TemplateURL', 'Parameters', 'Capabilities', 'Tags', 'RoleARN'] as const),
      ...(['OnFailure', 'DisableRollback', 'EnableTerminationProtection'] as const),
    ],
    access: onStack('CreateStack'),
    handle: async (context) => {
      const {
        StackName = '',
        RoleARN,
        OnFailure,
        DisableRollback,
        EnableTerminationProtection,
      } = context.input;
      if (OnFailure !== undefined && DisableRollback !== undefined)
        throw validationError('You can specify either DisableRollback or OnFailure, but not both.');
      const blueprint = await readBlueprint(context, undefined);
      if (findStack(StackName, context)) throw stackExists(StackName);
      const as = deployerOf(context, RoleARN);
      const stack = newStack(StackName, context);
      Object.assign(stack, { blueprint, disableRollback: DisableRollback === true });
      if (RoleARN !== undefined) stack.roleArn = RoleARN;
      stack.terminationProtection = EnableTerminationProtection === true;
      begin(stack, 'CREATE_IN_PROGRESS', context);
      const onFailure = DisableRollback ? 'DO_NOTHING' : ((OnFailure ?? 'ROLLBACK') as OnFailure);
      beginWork(stack, { blueprint, as, context }, createSteps(onFailure));
      return { StackId: stack.id };
    },
  }),
  UpdateStack: defineOperation<UpdateStackInput, UpdateStackOutput>({
    constraints: { StackName: stackNameOrId },
    reads: [
      ...(['TemplateBody', 'TemplateURL', 'UsePreviousTemplate', 'Parameters', 'Capabilities'] as const),
      ...(['Tags', 'RoleARN', 'DisableRollback'] as const),
    ],
    access: onStack('UpdateStack'),
    handle: async (context) => {
      const { StackName = '', RoleARN, DisableRollback } = context.input;
      const stack = requireStack(StackName, context);
      if (!stack.blueprint) throw noStack(StackName);
      checkUpdatable(stack);
      const blueprint = await readBlueprint(context, stack);
      if (!(await hasChanges(stack, blueprint, context.state)))
        throw validationError('No updates are to be performed.');
      const as = deployerOf(context, RoleARN ?? stack.roleArn);
      if (RoleARN !== undefined) stack.roleArn = RoleARN;
      beginUpdate(stack, blueprint, as, DisableRollback === true, context);
      return { StackId: stack.id };
    },
  }),
  DeleteStack: defineOperation<DeleteStackInput, object>({
    constraints: { StackName: stackNameOrId },
    reads: ['RetainResources', 'RoleARN'],
    access: onStack('DeleteStack'),
    handle: (context) => {
      const { StackName = '', RoleARN } = context.input;
      const stack = findStack(StackName, context);
      // API reference: to delete a stack that is not there succeeds.
      if (stack && isThere(stack)) deleteStack(stack, RoleARN, context);
      return {};
    },
  }),
  UpdateTerminationProtection: defineOperation<
    UpdateTerminationProtectionInput,
    UpdateTerminationProtectionOutput
  >({
    constraints: { StackName: stackNameOrId },
    reads: ['EnableTerminationProtection'],
    access: onStack('UpdateTerminationProtection'),
    handle: (context) => {
      const { StackName = '', EnableTerminationProtection } = context.input;
      const stack = requireStack(StackName, context, noStackWithId);
      stack.terminationProtection = EnableTerminationProtection === true;
      return { StackId: stack.id };
    },
  }),

  CancelUpdateStack: defineOperation<CancelUpdateStackInput, object>({
    constraints: { StackName: stackNameOrId },
    access: onStack('CancelUpdateStack'),
    handle: (context) => {
      const { StackName = '' } = context.input;
      const stack = requireStack(StackName, context);
      if (stack.status !== 'UPDATE_IN_PROGRESS' || !stack.work)
        throw validationError('CancelUpdateStack cannot be called from current stack status');
      stack.work.cancelled = true;
      return {};
    },
  }),
};

function begin(stack: Stack, status: string, { clock, random }: OperationContext<unknown>): void {
  recordStack(stack, { status, reason: 'User Initiated', time: clock.account() }, random);
}

/** Begins an update, of UpdateStack or of a change set. */
export function beginUpdate(
  stack: Stack,
  blueprint: NonNullable<Stack['blueprint']>,
  as: ReturnType<typeof deployerOf>,
  disableRollback: boolean,
  context: OperationContext<unknown>,
): void {
  const before = stack.blueprint ?? blueprint;
  Object.assign(stack, { blueprint, disableRollback, updated: context.clock.account() });
  begin(stack, 'UPDATE_IN_PROGRESS', context);
  beginWork(stack, { blueprint, as, context }, updateSteps(before));
}

function deleteStack(
  stack: Stack,
  roleArn: string | undefined,
  context: OperationContext<DeleteStackInput>,
): void {
  const { clock, random, state, region, input } = context;
  const time = clock.account();
  if (stack.terminationProtection)
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  if (/^UPDATE_.*IN_PROGRESS$/.test(stack.status))
    throw validationError(`Stack [${stack.name}] cannot be deleted while in status ${stack.status}`);
  const { RetainResources = [] } = input;
  if (RetainResources.length > 0 && stack.status !== 'DELETE_FAILED')
    throw validationError(
      `Invalid operation on stack [${stack.id}]. When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state.`,
    );
  for (const { exportName } of stack.outputs) {
    const [user] = exportName === undefined ? [] : importersOf(exportName, { state, region });
    if (!user) continue;
    // AWS answers with success, and leaves the stack as it is: only its history says why.
    const reason = `Export ${exportName} cannot be deleted as it is in use by ${user.name}`;
    noteOnStack(stack, { status: stack.status, reason, time }, random);
    return;
  }
  const { blueprint } = stack;
  if (!blueprint) {
    recordStack(stack, { status: 'DELETE_COMPLETE', time }, random);
    stack.deleted = time;
    return;
  }
  const as = deployerOf(context, roleArn ?? stack.roleArn);
  begin(stack, 'DELETE_IN_PROGRESS', context);
  beginWork(stack, { blueprint, as, context }, deleteSteps(RetainResources));
}
