import { GetCallerIdentityCommand, STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import { say } from '../../language/index.ts';
import { UsageError } from '../../project/usage-error.ts';
import { type Environment, requestHandler } from './network.ts';
import type { Credentials, LiveCaller } from './types.ts';

/** STS answers everywhere; this region is asked where the machine names none. */
const DEFAULT_REGION = 'us-east-1';

/**
 * Takes the credentials that the AWS SDK finds on this machine, once, and asks STS whose they are. `env` says how AWS is
 * reached; where credentials are looked for is the SDK's own business, in the variables of this process.
 *
 * @throws UsageError where there are none, or AWS does not take them, in words that hold no secret
 */
export async function findCaller(env: Environment): Promise<LiveCaller> {
  // The SDK would tell whoever runs pages which version of Node.js it wants next.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  // Pages know no endpoint but AWS's own: who is asked for the account must be who is used.
  const settings = {
    requestHandler: requestHandler(env),
    maxAttempts: 2,
    ignoreConfiguredEndpointUrls: true,
  };
  try {
    const { credentials, region } = await configured(settings, env);
    const client = new STSClient({ ...settings, credentials, region: region ?? DEFAULT_REGION });
    const { Account: accountId, Arn: arn } = await client.send(new GetCallerIdentityCommand({}));
    if (!accountId || !arn) throw new Error('STS did not say whose the credentials are.');
    return { accountId, arn, credentials, region };
  } catch (error) {
    throw new UsageError(explained(error as Error));
  } finally {
    settings.requestHandler.destroy();
  }
}

/** Reads the configuration from variables and profiles. */
async function configured(
  settings: STSClientConfig,
  env: Environment,
): Promise<{ credentials: Credentials; region: string | undefined }> {
  const named = env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined;
  const { config } = new STSClient({ ...settings, region: named });
  const region = named ?? (await config.region().catch(() => undefined));
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = await new STSClient({
    ...settings,
    region: region ?? DEFAULT_REGION,
  }).config.credentials();
  return { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration }, region };
}

/** Codes with which STS turns credentials down. */
const REFUSALS: Readonly<Record<string, string>> = {
  ExpiredToken: 'They have expired: get new ones, as with `aws sso login`.',
  ExpiredTokenException: 'They have expired: get new ones, as with `aws sso login`.',
  InvalidClientTokenId:
    'The access key is unknown, deactivated or deleted, or the session token is not its own.',
  SignatureDoesNotMatch: 'The secret access key is not that of the access key.',
};

function explained(error: Error): string {
  const { name, message } = error;
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError')
    return say`No AWS credentials were found, which --target live needs: ${sentence(message)} Name a profile with AWS_PROFILE, or see \`aws configure\`; where the profile has a credential_process, see that it works.`;
  if ('$metadata' in error && '$fault' in error)
    return `AWS refuses the credentials: ${name}: ${sentence(message)} ${REFUSALS[name] ?? ''}`.trimEnd();
  const reason = (message || name).replace(/(?<=:\/\/)[^/\s]*@/g, ''); // a proxy's user and password
  return say`STS cannot be reached: ${sentence(reason)} Is there a network, and the right HTTPS_PROXY?`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
