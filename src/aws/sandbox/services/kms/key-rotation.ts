import type {
  DisableKeyRotationRequest,
  EnableKeyRotationRequest,
  GetKeyRotationStatusRequest,
  GetKeyRotationStatusResponse,
} from '@aws-sdk/client-kms';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { checkNotPending, checkUsable, findKey, onKey } from './find-key.ts';
import { keyIdConstraint } from './kms-constraints.ts';
import { unsupportedByKey } from './kms-errors.ts';
import type { KmsKey } from './kms-state.ts';

/** API reference, EnableKeyRotation: the default of `RotationPeriodInDays`. */
const PERIOD_DAYS = 365;
const DAY_MS = 86_400_000;

export default {
  EnableKeyRotation: defineOperation<EnableKeyRotationRequest, object>({
    constraints: {
      KeyId: keyIdConstraint,
      RotationPeriodInDays: { source: 'API reference, EnableKeyRotation', min: 90, max: 2560 },
    },
    access: onKey<EnableKeyRotationRequest>('EnableKeyRotation', ({ input }) => ({
      'kms:RotationPeriodInDays': input.RotationPeriodInDays?.toString(),
    })),
    handle: (context) => {
      const key = findSymmetric(context);
      checkUsable(key);
      const { RotationPeriodInDays: days = key.rotation?.days ?? PERIOD_DAYS } = context.input;
      // A new period is counted from the request (API reference, EnableKeyRotation).
      if (key.rotation?.days !== days) key.rotation = { since: context.clock.account(), days };
      return {};
    },
  }),
  DisableKeyRotation: defineOperation<DisableKeyRotationRequest, object>({
    constraints: { KeyId: keyIdConstraint },
    access: onKey('DisableKeyRotation'),
    handle: (context) => {
      const key = findSymmetric(context);
      checkUsable(key);
      delete key.rotation;
      return {};
    },
  }),
  GetKeyRotationStatus: defineOperation<GetKeyRotationStatusRequest, GetKeyRotationStatusResponse>({
    constraints: { KeyId: keyIdConstraint },
    access: onKey('GetKeyRotationStatus'),
    handle: (context) => {
      const key = findSymmetric(context);
      checkNotPending(key);
      return {
        KeyId: key.arn,
        KeyRotationEnabled: key.rotation !== undefined,
        ...scheduleOf(key, context),
      };
    },
  }),
};

/** AWS says nothing but the code. */
function findSymmetric(context: OperationContext<{ readonly KeyId: string | undefined }>): KmsKey {
  const key = findKey(context, context.input.KeyId ?? '');
  if (key.spec !== 'SYMMETRIC_DEFAULT') throw unsupportedByKey('');
  return key;
}

/** The material itself stays: what was encrypted before a rotation is decrypted after it, as on AWS. */
function scheduleOf({ rotation }: KmsKey, { clock }: Pick<OperationContext<unknown>, 'clock'>) {
  if (!rotation) return {};
  const { since, days } = rotation;
  const period = days * DAY_MS;
  const passed = Math.floor((clock.account().getTime() - since.getTime()) / period);
  return {
    RotationPeriodInDays: days,
    NextRotationDate: new Date(since.getTime() + (passed + 1) * period),
  };
}
