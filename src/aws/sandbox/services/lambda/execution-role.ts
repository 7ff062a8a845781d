import { type AssumedByService, passRole, trustsService } from '../../authorization/index.ts';
import type { OperationContext } from '../../operation/index.ts';
import { roleNotAssumable } from './lambda-errors.ts';
import type { FunctionVersion, LambdaFunction } from './lambda-state.ts';

const LAMBDA = 'lambda.amazonaws.com';

/**
 * Checks a function's execution role: the caller may pass it, and it trusts Lambda. Throws AccessDeniedException or
 * InvalidParameterValueException. Source: Developer Guide, "Defining Lambda function permissions with an execution role".
 */
export function checkExecutionRole(
  role: string,
  { state, require }: Pick<OperationContext<unknown>, 'state' | 'require'>,
): void {
  require(passRole(role, LAMBDA));
  if (!trustsService(role, LAMBDA, state)) throw roleNotAssumable();
}

/** The identity in whose name Lambda works for a function: it writes the logs and asks the queues. */
export function executionIdentity(
  { name }: Pick<LambdaFunction, 'name'>,
  { settings }: Pick<FunctionVersion, 'settings'>,
): AssumedByService {
  return { kind: 'role', service: LAMBDA, roleArn: settings.role, sessionName: name };
}
