import type {
  GenerateMacRequest,
  GenerateMacResponse,
  VerifyMacRequest,
  VerifyMacResponse,
} from '@aws-sdk/client-kms';
import { hmac } from '@noble/hashes/hmac.js';
import { defineOperation, type OperationContext, ServiceError } from '../../operation/index.ts';
import { digestOf } from './cryptography/digests.ts';
import { sameBytes } from './cryptography/rsa-schemes.ts';
import { findKeyOrAlias, onKeyOrAlias } from './find-key.ts';
import { grantTokensConstraint, keyIdConstraint, macAlgorithm } from './kms-constraints.ts';
import { checkAlgorithm, checkBlob, checkUse, secretOf } from './use-key.ts';

const constraints = {
  KeyId: keyIdConstraint,
  MacAlgorithm: macAlgorithm,
  GrantTokens: grantTokensConstraint,
};

export default {
  GenerateMac: defineOperation<GenerateMacRequest, GenerateMacResponse>({
    constraints,
    reads: ['Message'],
    access: onKeyOrAlias<GenerateMacRequest>('GenerateMac', macConditions),
    handle: (context) => {
      const { key, mac } = computeMac(context, 'GenerateMac');
      return { Mac: mac, MacAlgorithm: context.input.MacAlgorithm, KeyId: key.arn };
    },
  }),
  VerifyMac: defineOperation<VerifyMacRequest, VerifyMacResponse>({
    constraints,
    reads: ['Message', 'Mac'],
    access: onKeyOrAlias<VerifyMacRequest>('VerifyMac', macConditions),
    handle: (context) => {
      const { Mac = new Uint8Array(), MacAlgorithm } = context.input;
      const { key, mac } = computeMac(context, 'VerifyMac');
      // AWS says nothing but the code.
      if (!sameBytes(mac, Mac)) throw new ServiceError(400, 'KMSInvalidMacException', '');
      return { KeyId: key.arn, MacValid: true, MacAlgorithm };
    },
  }),
};

type Input = Pick<GenerateMacRequest, 'KeyId' | 'Message' | 'MacAlgorithm'>;

function macConditions({ input }: OperationContext<Input>) {
  return { 'kms:MacAlgorithm': input.MacAlgorithm };
}

function computeMac(context: OperationContext<Input>, operation: string) {
  const { KeyId = '', Message = new Uint8Array(), MacAlgorithm = '' } = context.input;
  checkBlob('message', Message);
  const key = findKeyOrAlias(context, KeyId);
  checkUse(key, 'GENERATE_VERIFY_MAC', operation);
  checkAlgorithm(key, MacAlgorithm);
  return { key, mac: hmac(digestOf(MacAlgorithm), secretOf(key), Message) };
}
