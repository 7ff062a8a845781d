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
    constraints: { KeyId: keyIdConstraint },
    access: onKey('EnableKeyRotation'),
    handle: (context) => {
      const key = findSymmetric(context);
      checkUsable(key);
      key.rotatedSince ??= context.clock.account();
      return {};
    },
  }),
  DisableKeyRotation: defineOperation<DisableKeyRotationRequest, object>({
    constraints: { KeyId: keyIdConstraint },
    access: onKey('DisableKeyRotation'),
    handle: (context) => {
      const key = findSymmetric(context);
      checkUsable(key);
      delete key.rotatedSince;
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
        KeyRotationEnabled: key.rotatedSince !== undefined,
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
function scheduleOf({ rotatedSince }: KmsKey, { clock }: Pick<OperationContext<unknown>, 'clock'>) {
  if (!rotatedSince) return {};
  const period = PERIOD_DAYS * DAY_MS;
  const passed = Math.floor((clock.account().getTime() - rotatedSince.getTime()) / period);
  return {
    RotationPeriodInDays: PERIOD_DAYS,
    NextRotationDate: new Date(rotatedSince.getTime() + (passed + 1) * period),
  };
}
