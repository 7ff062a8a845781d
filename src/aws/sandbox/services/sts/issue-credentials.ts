import type { Credentials } from '@aws-sdk/client-sts';
import type { Clock } from '../../clock/index.ts';
import { newAccessKeyId, newSessionToken, secretAccessKey } from '../../identifiers/index.ts';
import type { Random } from '../../random/index.ts';

/** Temporary credentials that begin now, by the account's time. AWS gives expirations in whole seconds. */
export function issueCredentials({ random, clock }: { random: Random; clock: Clock }, seconds: number) {
  const issued = new Date(Math.floor(clock.account().getTime() / 1000) * 1000);
  return {
    accessKeyId: newAccessKeyId(random, 'ASIA'),
    secretAccessKey: secretAccessKey(random),
    token: newSessionToken(random),
    issued,
    expiration: new Date(issued.getTime() + seconds * 1000),
  };
}

/** As operations give them out. */
export function toCredentials(issued: ReturnType<typeof issueCredentials>): Credentials {
  return {
    AccessKeyId: issued.accessKeyId,
    SecretAccessKey: issued.secretAccessKey,
    SessionToken: issued.token,
    Expiration: issued.expiration,
  };
}
