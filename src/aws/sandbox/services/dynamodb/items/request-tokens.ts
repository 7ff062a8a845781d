import { type OperationContext, ServiceError } from '../../../operation/index.ts';
import { dynamodbOf } from '../tables/index.ts';

/** "A client request token is valid for 10 minutes after the first request that uses it is completed." */
const TOKEN_MS = 10 * 60_000;

type Context = Pick<OperationContext<unknown>, 'state' | 'clock'>;

/** Tells whether a transaction was done already. Throws IdempotentParameterMismatchException where it was another one. */
export function isRepeated(token: string | undefined, request: string, context: Context): boolean {
  const known = token === undefined ? undefined : dynamodbOf(context).transactions.get(token);
  if (!known || context.clock.account().getTime() - known.at >= TOKEN_MS) return false;
  if (known.request === request) return true;
  throw new ServiceError(
    400,
    'IdempotentParameterMismatchException',
    // The model's sentence about this error.
    'DynamoDB rejected the request because you retried a request with a different payload but with an idempotent token that was already used.',
  );
}

export function remember(token: string | undefined, request: string, context: Context): void {
  if (token === undefined) return;
  dynamodbOf(context).transactions.set(token, { request, at: context.clock.account().getTime() });
}
