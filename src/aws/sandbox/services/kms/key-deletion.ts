import type {
  CancelKeyDeletionRequest,
  CancelKeyDeletionResponse,
  ScheduleKeyDeletionRequest,
  ScheduleKeyDeletionResponse,
} from '@aws-sdk/client-kms';
import { defineOperation } from '../../operation/index.ts';
import { checkNotPending, findKey, onKey } from './find-key.ts';
import { keyIdConstraint } from './kms-constraints.ts';
import { kmsValidationError, notPendingDeletion } from './kms-errors.ts';

/** API reference, ScheduleKeyDeletion. */
const WAITING_DAYS = { least: 7, most: 30 };
const DAY_MS = 86_400_000;

export default {
  ScheduleKeyDeletion: defineOperation<ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse>({
    constraints: {
      KeyId: keyIdConstraint,
      PendingWindowInDays: { source: 'botocore, data/kms/2014-11-01/service-2.json', min: 1, max: 365 },
    },
    access: onKey<ScheduleKeyDeletionRequest>('ScheduleKeyDeletion', ({ input }) => ({
      'kms:ScheduleKeyDeletionPendingWindowInDays': input.PendingWindowInDays?.toString(),
    })),
    handle: (context) => {
      const { KeyId = '', PendingWindowInDays: days = WAITING_DAYS.most } = context.input;
      const key = findKey(context, KeyId);
      checkNotPending(key);
      // Our wording.
      if (days < WAITING_DAYS.least || days > WAITING_DAYS.most)
        throw kmsValidationError(
          `PendingWindowInDays must be between ${WAITING_DAYS.least} and ${WAITING_DAYS.most} (inclusive)`,
        );
      const due = new Date(context.clock.account().getTime() + days * DAY_MS);
      key.deletion = { due, days };
      key.enabled = false;
      return { KeyId: key.arn, DeletionDate: due, KeyState: 'PendingDeletion', PendingWindowInDays: days };
    },
  }),
  CancelKeyDeletion: defineOperation<CancelKeyDeletionRequest, CancelKeyDeletionResponse>({
    constraints: { KeyId: keyIdConstraint },
    access: onKey('CancelKeyDeletion'),
    handle: (context) => {
      const key = findKey(context, context.input.KeyId ?? '');
      if (!key.deletion) throw notPendingDeletion(key.arn);
      delete key.deletion;
      return { KeyId: key.arn };
    },
  }),
};
