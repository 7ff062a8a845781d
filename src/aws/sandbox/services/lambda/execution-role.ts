import { trustsService } from '../../authorization/index.ts';
import type { OperationContext } from '../../operation/index.ts';
import { roleNotAssumable } from './lambda-errors.ts';

const LAMBDA = 'lambda.amazonaws.com';

/**
 * Checks a function's execution role: the caller may pass it, and it trusts Lambda. Throws AccessDeniedException or
 * InvalidParameterValueException. Source: Developer Guide, "Defining Lambda function permissions with an execution role".
 */
export function checkExecutionRole(
  role: string,
  { state, require }: Pick<OperationContext<unknown>, 'state' | 'require'>,
): void {
  require({ action: 'iam:PassRole', resource: role, conditions: { 'iam:PassedToService': LAMBDA } });
  if (!trustsService(role, LAMBDA, state)) throw roleNotAssumable();
}
