import type {
  DataKeyPairSpec,
  GenerateDataKeyPairRequest,
  GenerateDataKeyPairResponse,
  GenerateDataKeyPairWithoutPlaintextRequest,
  GenerateDataKeyPairWithoutPlaintextResponse,
  GenerateDataKeyRequest,
  GenerateDataKeyResponse,
  GenerateDataKeyWithoutPlaintextRequest,
  GenerateDataKeyWithoutPlaintextResponse,
  GenerateRandomRequest,
  GenerateRandomResponse,
} from '@aws-sdk/client-kms';
import { defineOperation, type OperationContext, ServiceError } from '../../operation/index.ts';
import { pkcs8Of, spkiOf } from '../../rsa-keys/index.ts';
import { ellipticPkcs8, ellipticSpki } from './cryptography/curves.ts';
import { randomBytes } from './cryptography/rsa-schemes.ts';
import { encryptWith } from './encryption.ts';
import { contextConditions, findKeyOrAlias, onKeyOrAlias } from './find-key.ts';
import { byteCount, dataKeySpec, grantTokensConstraint, keyIdConstraint } from './kms-constraints.ts';
import { kmsValidationError } from './kms-errors.ts';
import type { KmsKey } from './kms-state.ts';
import { checkUse, newPair } from './use-key.ts';

const source = 'botocore, data/kms/2014-11-01/service-2.json';
const pairSpec = {
  source,
  values: [
    'RSA_2048',
    'RSA_3072',
    'RSA_4096',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
  ],
};

const dataKey = {
  constraints: {
    KeyId: keyIdConstraint,
    NumberOfBytes: byteCount,
    KeySpec: dataKeySpec,
    GrantTokens: grantTokensConstraint,
  },
  reads: ['EncryptionContext', 'DryRun'] as const,
};
const dataKeyPair = {
  constraints: { KeyId: keyIdConstraint, KeyPairSpec: pairSpec, GrantTokens: grantTokensConstraint },
  reads: ['EncryptionContext', 'DryRun'] as const,
};

export default {
  GenerateDataKey: defineOperation<GenerateDataKeyRequest, GenerateDataKeyResponse>({
    ...dataKey,
    access: onKeyOrAlias<GenerateDataKeyRequest>('GenerateDataKey', byContext),
    handle: async (context) => {
      const key = generatingKey(context, 'GenerateDataKey');
      const plaintext = randomBytes(context.random, lengthIn(context.input));
      return {
        CiphertextBlob: await encrypted(key, plaintext, context),
        Plaintext: plaintext,
        KeyId: key.arn,
        KeyMaterialId: key.materialId,
      };
    },
  }),
  GenerateDataKeyWithoutPlaintext: defineOperation<
    GenerateDataKeyWithoutPlaintextRequest,
    GenerateDataKeyWithoutPlaintextResponse
  >({
    ...dataKey,
    access: onKeyOrAlias<GenerateDataKeyWithoutPlaintextRequest>(
      'GenerateDataKeyWithoutPlaintext',
      byContext,
    ),
    handle: async (context) => {
      const key = generatingKey(context, 'GenerateDataKeyWithoutPlaintext');
      const plaintext = randomBytes(context.random, lengthIn(context.input));
      return {
        CiphertextBlob: await encrypted(key, plaintext, context),
        KeyId: key.arn,
        KeyMaterialId: key.materialId,
      };
    },
  }),
  GenerateDataKeyPair: defineOperation<GenerateDataKeyPairRequest, GenerateDataKeyPairResponse>({
    ...dataKeyPair,
    access: onKeyOrAlias<GenerateDataKeyPairRequest>('GenerateDataKeyPair', byContextAndPair),
    handle: async (context) => {
      const { privateKey, ...shared } = await generatePair(context, 'GenerateDataKeyPair');
      return { ...shared, PrivateKeyPlaintext: privateKey };
    },
  }),
  GenerateDataKeyPairWithoutPlaintext: defineOperation<
    GenerateDataKeyPairWithoutPlaintextRequest,
    GenerateDataKeyPairWithoutPlaintextResponse
  >({
    ...dataKeyPair,
    access: onKeyOrAlias<GenerateDataKeyPairWithoutPlaintextRequest>(
      'GenerateDataKeyPairWithoutPlaintext',
      byContextAndPair,
    ),
    handle: async (context) => {
      const { privateKey: _, ...shared } = await generatePair(context, 'GenerateDataKeyPairWithoutPlaintext');
      return shared;
    },
  }),
  GenerateRandom: defineOperation<GenerateRandomRequest, GenerateRandomResponse>({
    constraints: { NumberOfBytes: byteCount },
    access: { action: 'kms:GenerateRandom', resource: () => '*', namesResource: true },
    handle: ({ input, random }) => {
      if (input.NumberOfBytes === undefined) throw kmsValidationError('NumberOfBytes is required.');
      return { Plaintext: randomBytes(random, input.NumberOfBytes) };
    },
  }),
};

type Input = Pick<GenerateDataKeyRequest, 'KeyId' | 'EncryptionContext' | 'DryRun'>;

function byContext({ input }: OperationContext<Input>) {
  return contextConditions(input.EncryptionContext);
}

function byContextAndPair({ input }: OperationContext<GenerateDataKeyPairRequest>) {
  return { ...contextConditions(input.EncryptionContext), 'kms:DataKeyPairSpec': input.KeyPairSpec };
}

/** Finds the key that encrypts a data key, and ends a dry run. */
function generatingKey(context: OperationContext<Input>, operation: string): KmsKey {
  const { KeyId = '', DryRun } = context.input;
  const key = findKeyOrAlias(context, KeyId);
  checkUse(key, 'ENCRYPT_DECRYPT', operation);
  if (DryRun)
    throw new ServiceError(
      400,
      'DryRunOperationException',
      'The request would have succeeded, but the DryRun option is set.',
    );
  return key;
}

function lengthIn({ NumberOfBytes, KeySpec }: GenerateDataKeyRequest): number {
  if ((NumberOfBytes === undefined) === (KeySpec === undefined))
    throw kmsValidationError('Please specify either number of bytes or key spec.');
  return NumberOfBytes ?? (KeySpec === 'AES_256' ? 32 : 16);
}

const encrypted = (key: KmsKey, plaintext: Uint8Array, context: OperationContext<Input>) =>
  encryptWith(key, plaintext, context.input.EncryptionContext ?? {}, 'SYMMETRIC_DEFAULT', context);

async function generatePair(context: OperationContext<GenerateDataKeyPairRequest>, operation: string) {
  const key = generatingKey(context, operation);
  const spec = context.input.KeyPairSpec as DataKeyPairSpec;
  const pair = newPair(spec, context.random);
  const [privateKey, publicKey] =
    pair.kind === 'rsa'
      ? [pkcs8Of(pair.key), spkiOf(pair.key)]
      : [ellipticPkcs8(pair.key), ellipticSpki(pair.key)];
  return {
    PrivateKeyCiphertextBlob: await encrypted(key, privateKey, context),
    PublicKey: publicKey,
    KeyId: key.arn,
    KeyPairSpec: spec,
    KeyMaterialId: key.materialId,
    privateKey,
  };
}
