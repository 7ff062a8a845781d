import type {
  GetPublicKeyRequest,
  GetPublicKeyResponse,
  SignRequest,
  SignResponse,
  VerifyRequest,
  VerifyResponse,
} from '@aws-sdk/client-kms';
import { defineOperation, type OperationContext, ServiceError } from '../../operation/index.ts';
import { spkiOf } from '../../rsa-keys/index.ts';
import { ellipticSpki, signEcdsa, verifyEcdsa } from './cryptography/curves.ts';
import { digestOf } from './cryptography/digests.ts';
import { signPkcs1, signPss, verifyPkcs1, verifyPss } from './cryptography/rsa-schemes.ts';
import { checkUsable, findKeyOrAlias, onKeyOrAlias } from './find-key.ts';
import { keySpecs } from './key-specs.ts';
import { grantTokensConstraint, keyIdConstraint, messageType, signingAlgorithm } from './kms-constraints.ts';
import { kmsValidationError, unsupportedByKey } from './kms-errors.ts';
import type { KmsKey } from './kms-state.ts';
import { checkAlgorithm, checkBlob, checkUse, keyPairOf } from './use-key.ts';

const constraints = {
  KeyId: keyIdConstraint,
  MessageType: messageType,
  SigningAlgorithm: signingAlgorithm,
  GrantTokens: grantTokensConstraint,
};

export default {
  Sign: defineOperation<SignRequest, SignResponse>({
    constraints,
    reads: ['Message'],
    access: onKeyOrAlias<SignRequest>('Sign', signingConditions),
    handle: (context) => {
      const { key, algorithm, digest } = signingKey(context, 'Sign');
      return {
        KeyId: key.arn,
        Signature: sign(key, algorithm, digest, context),
        SigningAlgorithm: context.input.SigningAlgorithm,
      };
    },
  }),
  Verify: defineOperation<VerifyRequest, VerifyResponse>({
    constraints,
    reads: ['Message', 'Signature'],
    access: onKeyOrAlias<VerifyRequest>('Verify', signingConditions),
    handle: (context) => {
      const { Signature = new Uint8Array(), SigningAlgorithm } = context.input;
      const { key, algorithm, digest } = signingKey(context, 'Verify');
      // AWS says nothing but the code.
      if (!verify(key, algorithm, digest, Signature))
        throw new ServiceError(400, 'KMSInvalidSignatureException', '');
      return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm };
    },
  }),
  GetPublicKey: defineOperation<GetPublicKeyRequest, GetPublicKeyResponse>({
    constraints: { KeyId: keyIdConstraint, GrantTokens: grantTokensConstraint },
    access: onKeyOrAlias('GetPublicKey'),
    handle: (context) => {
      const key = findKeyOrAlias(context, context.input.KeyId ?? '');
      // AWS says nothing but the code.
      if (keySpecs[key.spec]?.bytes !== undefined) throw unsupportedByKey('');
      checkUsable(key);
      const pair = keyPairOf(key);
      const algorithms = keySpecs[key.spec]?.[key.usage] as never;
      return {
        KeyId: key.arn,
        PublicKey: pair.kind === 'rsa' ? spkiOf(pair.key) : ellipticSpki(pair.key),
        CustomerMasterKeySpec: key.spec as GetPublicKeyResponse['CustomerMasterKeySpec'],
        KeySpec: key.spec as GetPublicKeyResponse['KeySpec'],
        KeyUsage: key.usage,
        EncryptionAlgorithms: key.usage === 'ENCRYPT_DECRYPT' ? algorithms : undefined,
        SigningAlgorithms: key.usage === 'SIGN_VERIFY' ? algorithms : undefined,
      };
    },
  }),
};

type Input = Pick<SignRequest, 'KeyId' | 'Message' | 'MessageType' | 'SigningAlgorithm'>;

function signingConditions({ input }: OperationContext<Input>) {
  return {
    'kms:SigningAlgorithm': input.SigningAlgorithm,
    'kms:MessageType': input.MessageType ?? 'RAW',
  };
}

function signingKey(context: OperationContext<Input>, operation: string) {
  const {
    KeyId = '',
    Message = new Uint8Array(),
    MessageType = 'RAW',
    SigningAlgorithm = '',
  } = context.input;
  checkBlob('message', Message);
  const key = findKeyOrAlias(context, KeyId);
  checkUse(key, 'SIGN_VERIFY', operation);
  checkAlgorithm(key, SigningAlgorithm);
  const hash = digestOf(SigningAlgorithm);
  const isDigest = MessageType === 'DIGEST';
  if (isDigest && Message.length !== hash.outputLen)
    throw kmsValidationError(`Digest is invalid length for algorithm ${SigningAlgorithm}.`);
  return { key, algorithm: SigningAlgorithm, digest: isDigest ? Message : hash(Message) };
}

function sign(
  key: KmsKey,
  algorithm: string,
  digest: Uint8Array,
  { random }: Pick<OperationContext<unknown>, 'random'>,
): Uint8Array {
  const pair = keyPairOf(key);
  if (pair.kind === 'elliptic') return signEcdsa(pair.key, digest);
  return algorithm.includes('_PSS_')
    ? signPss(pair.key, digestOf(algorithm), digest, random)
    : signPkcs1(pair.key, digest);
}

function verify(key: KmsKey, algorithm: string, digest: Uint8Array, signature: Uint8Array): boolean {
  const pair = keyPairOf(key);
  if (pair.kind === 'elliptic') return verifyEcdsa(pair.key, digest, signature);
  return algorithm.includes('_PSS_')
    ? verifyPss(pair.key, digestOf(algorithm), digest, signature)
    : verifyPkcs1(pair.key, digest, signature);
}
