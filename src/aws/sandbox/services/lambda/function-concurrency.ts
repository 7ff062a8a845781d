import type {
  Concurrency,
  DeleteFunctionConcurrencyRequest,
  GetFunctionConcurrencyRequest,
  GetFunctionConcurrencyResponse,
  PutFunctionConcurrencyRequest,
} from '@aws-sdk/client-lambda';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ACCOUNT_CONCURRENCY, reservedIn, UNRESERVED_MINIMUM } from './account-concurrency.ts';
import { findFunction, onFunction, readFunctionName } from './find-function.ts';
import * as rules from './lambda-constraints.ts';
import { invalidLambdaParameter } from './lambda-errors.ts';
import { functionsIn, type LambdaFunction } from './lambda-state.ts';

export default {
  PutFunctionConcurrency: defineOperation<PutFunctionConcurrencyRequest, Concurrency>({
    constraints: {
      FunctionName: rules.functionName,
      ReservedConcurrentExecutions: rules.reservedConcurrency,
    },
    access: onFunction('PutFunctionConcurrency'),
    handle: (context) => {
      const { ReservedConcurrentExecutions: reserved = 0 } = context.input;
      const one = unqualified(context);
      const others = reservedIn(context) - (one.reservedConcurrency ?? 0);
      if (ACCOUNT_CONCURRENCY - others - reserved < UNRESERVED_MINIMUM)
        throw invalidLambdaParameter(
          `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${UNRESERVED_MINIMUM}].`,
        );
      one.reservedConcurrency = reserved;
      return { ReservedConcurrentExecutions: reserved };
    },
  }),
  GetFunctionConcurrency: defineOperation<GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse>({
    constraints: { FunctionName: rules.functionName },
    access: onFunction('GetFunctionConcurrency'),
    handle: (context) => ({ ReservedConcurrentExecutions: findFunction(context).reservedConcurrency }),
  }),
  DeleteFunctionConcurrency: defineOperation<DeleteFunctionConcurrencyRequest, object>({
    constraints: { FunctionName: rules.functionName },
    access: onFunction('DeleteFunctionConcurrency'),
    handle: (context) => {
      delete unqualified(context).reservedConcurrency;
      return {};
    },
  }),
};

function unqualified(
  context: OperationContext<{ readonly FunctionName: string | undefined }>,
): LambdaFunction {
  const { name, qualifier } = readFunctionName(context.input);
  if (qualifier !== undefined)
    throw invalidLambdaParameter(
      'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.',
    );
  return findFunction(context, `${functionsIn(context).arnOf(name)}:$LATEST`);
}
