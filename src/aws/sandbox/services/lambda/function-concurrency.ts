import type {
  Concurrency,
  DeleteFunctionConcurrencyRequest,
  GetAccountSettingsRequest,
  GetAccountSettingsResponse,
  GetFunctionConcurrencyRequest,
  GetFunctionConcurrencyResponse,
  PutFunctionConcurrencyRequest,
} from '@aws-sdk/client-lambda';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { findFunction, onAllFunctions, onFunction, readFunctionName } from './find-function.ts';
import * as rules from './lambda-constraints.ts';
import { invalidLambdaParameter } from './lambda-errors.ts';
import { functionsIn, type LambdaFunction, type LambdaPlace } from './lambda-state.ts';

/** Developer Guide, "Lambda quotas" and "Configuring reserved concurrency": of one Region. */
const ACCOUNT_CONCURRENCY = 1000;
const UNRESERVED_MINIMUM = 100;

/** The concurrency that the functions of a Region have reserved. */
function reservedIn(place: LambdaPlace): number {
  return functionsIn(place)
    .list()
    .reduce((sum, { reservedConcurrency = 0 }) => sum + reservedConcurrency, 0);
}

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

  GetAccountSettings: defineOperation<GetAccountSettingsRequest, GetAccountSettingsResponse>({
    access: onAllFunctions('GetAccountSettings'),
    handle: (context) => {
      const all = functionsIn(context).list();
      const packages = all.flatMap(({ latest, versions }) => [latest, ...versions]);
      return {
        // Developer Guide, "Lambda quotas", as the API reference's example has them.
        AccountLimit: {
          TotalCodeSize: 80_530_636_800,
          CodeSizeUnzipped: 262_144_000,
          CodeSizeZipped: 52_428_800,
          ConcurrentExecutions: ACCOUNT_CONCURRENCY,
          UnreservedConcurrentExecutions: ACCOUNT_CONCURRENCY - reservedIn(context),
        },
        AccountUsage: {
          TotalCodeSize: packages.reduce((sum, { settings }) => sum + settings.code.zip.length, 0),
          FunctionCount: all.length,
        },
      };
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
