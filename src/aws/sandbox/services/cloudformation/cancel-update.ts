import type { CancelUpdateStackInput } from '@aws-sdk/client-cloudformation';
import { defineOperation } from '../../operation/index.ts';
import { noStack, validationError } from './cloudformation-errors.ts';
import { findStack, isThere } from './cloudformation-state.ts';
import { onStack, stackNameOrId } from './find-stack.ts';

export default {
  CancelUpdateStack: defineOperation<CancelUpdateStackInput, object>({
    constraints: { StackName: stackNameOrId },
    access: onStack('CancelUpdateStack'),
    handle: (context) => {
      const { StackName = '' } = context.input;
      const stack = findStack(StackName, context);
      if (!stack || !isThere(stack)) throw noStack(StackName);
      if (stack.status !== 'UPDATE_IN_PROGRESS' || !stack.work)
        throw validationError('CancelUpdateStack cannot be called from current stack status');
      stack.work.cancelled = true;
      return {};
    },
  }),
};
