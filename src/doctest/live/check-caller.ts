import { say } from '../../language/index.ts';
import { UsageError } from '../../project/usage-error.ts';
import type { Environment } from './network.ts';
import type { LiveCaller } from './types.ts';

/** Variables that lead the AWS CLI elsewhere, and are kept from pages. */
const ENDPOINTS = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_STS'];

/** `123456789012, as arn:aws:iam::123456789012:user/somebody` */
function describeCaller({ accountId, arn }: Pick<LiveCaller, 'accountId' | 'arn'>): string {
  return `Account ${accountId}, as ${arn}`;
}

/** @throws UsageError unless the caller is in the account that was named, and is not its root user */
export function assertAccountAllowed(caller: LiveCaller, named: string | undefined): void {
  const { accountId, arn } = caller;
  const who = `${describeCaller(caller)}.`;
  if (/:root$/.test(arn))
    throw new UsageError(
      say`${who}\nThe root user may do anything, and is not for hands-on pages: use an IAM user or role. Nothing was run.`,
    );
  if (named === undefined)
    throw new UsageError(
      say`${who}\nPages will make and delete things there. If that is what you want, name the account: --account-id ${accountId}. Nothing was run.`,
    );
  if (named !== accountId)
    throw new UsageError(
      say`${who}\nThat is not the account ${named} that --account-id names. Nothing was run.`,
    );
}

/** Writes notes on the caller for the writer before anything runs, a line each. */
export function callerNotes({ credentials, region, ...caller }: LiveCaller, env: Environment): string[] {
  const { sessionToken, expiration } = credentials;
  const ends = expiration ? `, and end at ${expiration.toISOString()}` : '';
  const endpoints = ENDPOINTS.filter((name) => env[name]);
  return [
    `${describeCaller(caller)}.`,
    ...(sessionToken
      ? [
          `These are session credentials${ends}: AWS lets them call neither GetSessionToken nor GetFederationToken.`,
        ]
      : []),
    ...(region ? [`The region ${region} is not used: pages name the regions that they need.`] : []),
    ...(endpoints.length > 0 ? [`${endpoints.join(', ')} is not used: pages talk to AWS itself.`] : []),
  ];
}
