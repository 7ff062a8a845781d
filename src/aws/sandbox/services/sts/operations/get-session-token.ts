import type { GetSessionTokenRequest, GetSessionTokenResponse } from '@aws-sdk/client-sts';
import { defineOperation } from '../../../operation/index.ts';
import { callingUser } from '../calling-user.ts';
import { constraints } from '../constraints.ts';
import { issueCredentials, toCredentials } from '../credentials.ts';
import { authenticateMfa } from '../mfa.ts';

/** "Sessions for IAM users are valid for a default of 43,200 seconds (12 hours)" (API reference). */
const DEFAULT_DURATION_SECONDS = 43_200;

/** "You cannot use policies to control authentication operations" (IAM User Guide). */
export default defineOperation<GetSessionTokenRequest, GetSessionTokenResponse>({
  name: 'GetSessionToken',
  constraints: {
    DurationSeconds: constraints.duration,
    SerialNumber: constraints.serialNumber,
    TokenCode: constraints.tokenCode,
  },
  access: 'none',
  handle: (context) => {
    const { input, caller, state, clock } = context;
    const user = callingUser(caller);
    const mfaTime = authenticateMfa(input, caller, state, clock.account());
    const credentials = issueCredentials(context, input.DurationSeconds ?? DEFAULT_DURATION_SECONDS);
    state.credentials.set(credentials.accessKeyId, { kind: 'session', ...credentials, user, mfaTime });
    return { Credentials: toCredentials(credentials) };
  },
});
