import type { GetSessionTokenRequest, GetSessionTokenResponse } from '@aws-sdk/client-sts';
import { ServiceError } from '../../../errors/index.ts';
import { accessKeyId, secretAccessKey, sessionToken } from '../../../identifiers/index.ts';
import { defineOperation } from '../../../operation/index.ts';

const MODEL = 'botocore, data/sts/2011-06-15/service-2.json';

/** "Sessions for IAM users are valid for a default of 43,200 seconds (12 hours)" (API reference). */
const DEFAULT_DURATION_SECONDS = 43_200;

/** "You cannot use policies to control authentication operations" (IAM User Guide). */
export default defineOperation<GetSessionTokenRequest, GetSessionTokenResponse>({
  name: 'GetSessionToken',
  constraints: {
    DurationSeconds: { min: 900, max: 129_600, source: MODEL },
    SerialNumber: { minLength: 9, maxLength: 256, pattern: '[\\w+=/:,.@-]*', source: MODEL },
    TokenCode: { minLength: 6, maxLength: 6, pattern: '[\\d]*', source: MODEL },
  },
  access: 'none',
  handle: ({ input, caller: { user }, state, clock, random }) => {
    refuseMfa(input);
    const seconds = input.DurationSeconds ?? DEFAULT_DURATION_SECONDS;
    const expiration = new Date(wholeSeconds(clock.account()) + seconds * 1000);
    const pair = { accessKeyId: accessKeyId(random, 'ASIA'), secretAccessKey: secretAccessKey(random) };
    const token = sessionToken(random);
    state.credentials.set(pair.accessKeyId, {
      kind: 'session',
      ...pair,
      token,
      expiration,
      user,
      mfa: false,
    });
    return {
      Credentials: {
        AccessKeyId: pair.accessKeyId,
        SecretAccessKey: pair.secretAccessKey,
        SessionToken: token,
        Expiration: expiration,
      },
    };
  },
});

/** No user of the account has an MFA device yet, so no serial number is associated with the caller. */
function refuseMfa({ SerialNumber, TokenCode }: GetSessionTokenRequest): void {
  if (SerialNumber === undefined && TokenCode === undefined) return;
  // The second text is our wording: AWS's answer to only one of the two is not known.
  const isWhole = SerialNumber !== undefined && TokenCode !== undefined;
  throw new ServiceError(
    403,
    'AccessDenied',
    isWhole
      ? 'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.'
      : 'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
  );
}

/** AWS gives expirations in whole seconds. */
function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000;
}
