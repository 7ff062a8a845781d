import type {
  DeleteSecretRequest,
  DeleteSecretResponse,
  RestoreSecretRequest,
  RestoreSecretResponse,
} from '@aws-sdk/client-secrets-manager';
import { defineOperation } from '../../operation/index.ts';
import { arnOfName, findAny, onSecret, secretWith } from './find-secret.ts';
import { secretId } from './secret-constraints.ts';
import { invalidSecretParameter, markedForDeletion, noSuchSecret } from './secrets-errors.ts';
import { secretsIn } from './secrets-state.ts';

/** API reference, DeleteSecret. */
const WINDOW_DAYS = { least: 7, most: 30 };
const DAY = 86_400_000;

export default {
  DeleteSecret: defineOperation<DeleteSecretRequest, DeleteSecretResponse>({
    constraints: { SecretId: secretId },
    reads: ['RecoveryWindowInDays', 'ForceDeleteWithoutRecovery'],
    access: {
      ...onSecret<DeleteSecretRequest>('DeleteSecret'),
      conditions: (context) => ({
        ...onSecret('DeleteSecret').conditions(context),
        'secretsmanager:RecoveryWindowInDays': context.input.RecoveryWindowInDays?.toString(),
        'secretsmanager:ForceDeleteWithoutRecovery': context.input.ForceDeleteWithoutRecovery?.toString(),
      }),
    },
    handle: (context) => {
      const { input, clock } = context;
      const { SecretId = '', ForceDeleteWithoutRecovery } = input;
      const days = windowOf(input);
      const secret = secretWith(context, SecretId);
      const now = clock.account();
      if (ForceDeleteWithoutRecovery) {
        // A deletion by force of a secret that is not there succeeds, so that it can be repeated.
        if (secret) secretsIn(context).delete(secret.arn);
        const arn = secret?.arn ?? arnOfName(context, SecretId);
        return { ARN: arn, Name: secret?.name ?? SecretId, DeletionDate: now };
      }
      if (!secret) throw noSuchSecret();
      if (secret.deletion) throw markedForDeletion();
      const due = new Date(now.getTime() + days * DAY);
      secret.deletion = { requested: now, due };
      return { ARN: secret.arn, Name: secret.name, DeletionDate: due };
    },
  }),
  RestoreSecret: defineOperation<RestoreSecretRequest, RestoreSecretResponse>({
    constraints: { SecretId: secretId },
    access: onSecret('RestoreSecret'),
    handle: (context) => {
      const secret = findAny(context);
      delete secret.deletion;
      return { ARN: secret.arn, Name: secret.name };
    },
  }),
};

function windowOf({
  RecoveryWindowInDays: days,
  ForceDeleteWithoutRecovery: force,
}: DeleteSecretRequest): number {
  if (force && days !== undefined)
    throw invalidSecretParameter(
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    );
  const { least, most } = WINDOW_DAYS;
  if (days !== undefined && (days < least || days > most))
    throw invalidSecretParameter(
      `The RecoveryWindowInDays value must be between ${least} and ${most} days (inclusive).`,
    );
  return days ?? most;
}
