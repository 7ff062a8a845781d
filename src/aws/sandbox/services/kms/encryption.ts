import type {
  DecryptRequest,
  DecryptResponse,
  EncryptRequest,
  EncryptResponse,
  ReEncryptRequest,
  ReEncryptResponse,
} from '@aws-sdk/client-kms';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { digestOf } from './cryptography/digests.ts';
import { decryptOaep, encryptOaep, lengthOf, oaepLimit } from './cryptography/rsa-schemes.ts';
import { readSealed, seal, unseal } from './cryptography/sealed.ts';
import {
  contextConditions,
  findKey,
  findKeyOrAlias,
  onKeyFound,
  onKeyOrAlias,
  requireOnKey,
} from './find-key.ts';
import { encryptionAlgorithm, grantTokensConstraint, keyIdConstraint } from './kms-constraints.ts';
import { incorrectKey, invalidCiphertext, kmsNotFound, kmsValidationError } from './kms-errors.ts';
import type { KmsKey } from './kms-state.ts';
import { checkAlgorithm, checkBlob, checkUse, keyPairOf, secretOf } from './use-key.ts';

const SYMMETRIC = 'SYMMETRIC_DEFAULT';
/** API reference: the longest ciphertext, in bytes. */
const LONGEST_CIPHERTEXT = 6144;

type EncryptionAlgorithm = EncryptResponse['EncryptionAlgorithm'];

export default {
  Encrypt: defineOperation<EncryptRequest, EncryptResponse>({
    constraints: {
      KeyId: keyIdConstraint,
      GrantTokens: grantTokensConstraint,
      EncryptionAlgorithm: encryptionAlgorithm,
    },
    reads: ['Plaintext', 'EncryptionContext'],
    access: onKeyOrAlias<EncryptRequest>('Encrypt', ({ input }) => ({
      ...contextConditions(input.EncryptionContext),
      'kms:EncryptionAlgorithm': input.EncryptionAlgorithm ?? SYMMETRIC,
    })),
    handle: async (context) => {
      const {
        KeyId = '',
        Plaintext,
        EncryptionContext = {},
        EncryptionAlgorithm = SYMMETRIC,
      } = context.input;
      checkBlob('plaintext', Plaintext);
      const key = findKeyOrAlias(context, KeyId);
      checkUse(key, 'ENCRYPT_DECRYPT', 'Encrypt');
      const plaintext = Plaintext ?? new Uint8Array();
      return {
        KeyId: key.arn,
        CiphertextBlob: await encryptWith(key, plaintext, EncryptionContext, EncryptionAlgorithm, context),
        EncryptionAlgorithm: EncryptionAlgorithm as EncryptionAlgorithm,
      };
    },
  }),
  Decrypt: defineOperation<DecryptRequest, DecryptResponse>({
    constraints: {
      KeyId: keyIdConstraint,
      GrantTokens: grantTokensConstraint,
      EncryptionAlgorithm: encryptionAlgorithm,
    },
    reads: ['CiphertextBlob', 'EncryptionContext'],
    access: onKeyFound<DecryptRequest>(
      'Decrypt',
      (context) => decryptingKey(context, context.input),
      ({ input }) => ({
        ...contextConditions(input.EncryptionContext),
        'kms:EncryptionAlgorithm': input.EncryptionAlgorithm ?? SYMMETRIC,
      }),
    ),
    handle: async (context) => {
      const { CiphertextBlob, EncryptionContext = {}, EncryptionAlgorithm = SYMMETRIC } = context.input;
      const key = decryptingKey(context, context.input);
      checkUse(key, 'ENCRYPT_DECRYPT', 'Decrypt');
      const blob = CiphertextBlob ?? new Uint8Array();
      return {
        KeyId: key.arn,
        Plaintext: await decryptWith(key, blob, EncryptionContext, EncryptionAlgorithm),
        EncryptionAlgorithm: EncryptionAlgorithm as EncryptionAlgorithm,
        KeyMaterialId: key.materialId,
      };
    },
  }),
  ReEncrypt: defineOperation<ReEncryptRequest, ReEncryptResponse>({
    constraints: {
      SourceKeyId: keyIdConstraint,
      DestinationKeyId: keyIdConstraint,
      SourceEncryptionAlgorithm: encryptionAlgorithm,
      DestinationEncryptionAlgorithm: encryptionAlgorithm,
      GrantTokens: grantTokensConstraint,
    },
    reads: ['CiphertextBlob', 'SourceEncryptionContext', 'DestinationEncryptionContext'],
    access: onKeyFound<ReEncryptRequest>('ReEncryptFrom', sourceKey, ({ input }) => ({
      ...contextConditions(input.SourceEncryptionContext),
      'kms:EncryptionAlgorithm': input.SourceEncryptionAlgorithm ?? SYMMETRIC,
    })),
    handle: async (context) => {
      const { input } = context;
      const { SourceEncryptionAlgorithm: from = SYMMETRIC, DestinationEncryptionAlgorithm: to = SYMMETRIC } =
        input;
      const [source, destination] = [
        sourceKey(context),
        findKeyOrAlias(context, input.DestinationKeyId ?? ''),
      ];
      requireOnKey(context, 'ReEncryptTo', destination, {
        ...contextConditions(input.DestinationEncryptionContext),
        'kms:EncryptionAlgorithm': to,
      });
      for (const key of [source, destination]) checkUse(key, 'ENCRYPT_DECRYPT', 'ReEncrypt');
      const blob = input.CiphertextBlob ?? new Uint8Array();
      const plaintext = await decryptWith(source, blob, input.SourceEncryptionContext ?? {}, from);
      return {
        CiphertextBlob: await encryptWith(
          destination,
          plaintext,
          input.DestinationEncryptionContext ?? {},
          to,
          context,
        ),
        SourceKeyId: source.arn,
        KeyId: destination.arn,
        SourceEncryptionAlgorithm: from as EncryptionAlgorithm,
        DestinationEncryptionAlgorithm: to as EncryptionAlgorithm,
        SourceKeyMaterialId: source.materialId,
        DestinationKeyMaterialId: destination.materialId,
      };
    },
  }),
};

function sourceKey(context: OperationContext<ReEncryptRequest>): KmsKey {
  const { CiphertextBlob, SourceKeyId, SourceEncryptionAlgorithm } = context.input;
  const from = { CiphertextBlob, KeyId: SourceKeyId, EncryptionAlgorithm: SourceEncryptionAlgorithm };
  return decryptingKey(context, from);
}

/** Finds the key of a ciphertext: a symmetric one names it itself, and a key that is given must be that one. */
function decryptingKey(
  context: OperationContext<unknown>,
  { CiphertextBlob, KeyId, EncryptionAlgorithm }: Partial<DecryptRequest>,
): KmsKey {
  checkBlob('ciphertextBlob', CiphertextBlob, LONGEST_CIPHERTEXT);
  const given = KeyId === undefined ? undefined : findKeyOrAlias(context, KeyId);
  const sealed = readSealed(CiphertextBlob ?? new Uint8Array());
  if (EncryptionAlgorithm !== undefined && EncryptionAlgorithm !== SYMMETRIC) {
    // Our wording. The rule: API reference, Decrypt.
    if (!given) throw kmsValidationError('KeyId is required for asymmetric decryption.');
    return given;
  }
  if (given && given.usage === 'ENCRYPT_DECRYPT' && given.spec !== SYMMETRIC) return given;
  if (!sealed) throw given && given.spec !== SYMMETRIC ? incorrectKey() : invalidCiphertext();
  if (given && given.id !== sealed.keyId) throw incorrectKey();
  return given ?? findSealing(context, sealed.keyId);
}

/** Our wording: AWS tells in one text that the key is not there, or in another Region or account. */
function findSealing(context: OperationContext<unknown>, keyId: string): KmsKey {
  try {
    return findKey(context, keyId);
  } catch {
    throw kmsNotFound('The KMS key of this ciphertext does not exist in this Region.');
  }
}

/** Encrypts with a key of any spec; the algorithm must be one of the key's. */
export async function encryptWith(
  key: KmsKey,
  plaintext: Uint8Array,
  encryptionContext: Readonly<Record<string, string>>,
  algorithm: string,
  { random }: Pick<OperationContext<unknown>, 'random'>,
): Promise<Uint8Array> {
  checkAlgorithm(key, algorithm);
  if (key.spec === SYMMETRIC) return seal(key.id, secretOf(key), plaintext, encryptionContext, random);
  const pair = keyPairOf(key);
  const digest = digestOf(algorithm);
  if (pair.kind !== 'rsa') throw new Error('only RSA keys encrypt');
  const limit = oaepLimit(pair.key, digest);
  if (plaintext.length > limit)
    throw kmsValidationError(
      `Algorithm ${algorithm} and key spec ${key.spec} cannot encrypt data larger than ${limit} bytes.`,
    );
  return encryptOaep(pair.key, digest, plaintext, random);
}

async function decryptWith(
  key: KmsKey,
  blob: Uint8Array,
  encryptionContext: Readonly<Record<string, string>>,
  algorithm: string,
): Promise<Uint8Array> {
  checkAlgorithm(key, algorithm);
  const sealed = key.spec === SYMMETRIC ? readSealed(blob) : undefined;
  if (sealed) {
    const plaintext = await unseal(sealed, secretOf(key), encryptionContext);
    if (!plaintext) throw invalidCiphertext();
    return plaintext;
  }
  const pair = keyPairOf(key);
  const isWhole = pair.kind === 'rsa' && blob.length === lengthOf(pair.key);
  const plaintext = isWhole ? decryptOaep(pair.key, digestOf(algorithm), blob) : undefined;
  if (!plaintext) throw invalidCiphertext();
  return plaintext;
}
