import { fromBase64, toBase64 } from '@smithy/core/serde';
import { ServiceError } from '../../operation/index.ts';
import { digest } from './checksums.ts';
import { invalidArgument, invalidRequest } from './s3-errors.ts';
import type { StoredObject } from './state/index.ts';

/** A key that a client provides with a request (SSE-C), as its headers have it. */
export interface StatedCustomerKey {
  readonly SSECustomerAlgorithm?: string;
  /** Base64. */
  readonly SSECustomerKey?: string;
  /** Base64. */
  readonly SSECustomerKeyMD5?: string;
}

const ARGUMENT = 'x-amz-server-side-encryption';
/** S3 User Guide, "Using server-side encryption with customer-provided keys": a 256-bit key. */
const KEY_BYTES = 32;
const MUST = 'Requests specifying Server Side Encryption with Customer provided keys must provide';

/** Returns the MD5 of the key that a write provides; undefined where it provides none. Texts recorded on S3. */
export async function statedKeyMd5(stated: StatedCustomerKey, method?: string): Promise<string | undefined> {
  const { SSECustomerAlgorithm: algorithm, SSECustomerKey: key, SSECustomerKeyMD5: md5 } = stated;
  if (algorithm === undefined && key === undefined && md5 === undefined) return undefined;
  if (method !== undefined)
    throw invalidArgument(
      'Server Side Encryption with Customer provided key is incompatible with the encryption method specified',
      ARGUMENT,
      method,
    );
  if (algorithm === undefined) throw invalidArgument(`${MUST} a valid encryption algorithm.`, ARGUMENT);
  checkAlgorithm(algorithm);
  if (key === undefined) throw invalidArgument(`${MUST} an appropriate secret key.`, ARGUMENT);
  if (md5 === undefined) throw invalidKey();
  return checkedMd5(key, md5);
}

/** Throws where a read of an object does not provide the key that the object was stored with. Texts recorded on S3. */
export async function checkCustomerKey(
  { encryption }: Pick<StoredObject, 'encryption'>,
  stated: StatedCustomerKey,
): Promise<void> {
  const { SSECustomerAlgorithm: algorithm, SSECustomerKey: key, SSECustomerKeyMD5: md5 } = stated;
  if (encryption.kind !== 'customer') {
    // A text that users of S3 quote.
    if (algorithm !== undefined)
      throw invalidRequest('The encryption parameters are not applicable to this object.');
    return;
  }
  if (algorithm === undefined)
    throw invalidRequest(
      'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.',
    );
  checkAlgorithm(algorithm);
  if (key === undefined || md5 === undefined) throw wrongKey();
  if ((await checkedMd5(key, md5)) !== encryption.keyMd5) throw wrongKey();
}

function checkAlgorithm(algorithm: string): void {
  if (algorithm === 'AES256') return;
  throw new ServiceError(
    400,
    'InvalidEncryptionAlgorithmError',
    'The Encryption request you specified is not valid. Supported value: AES256.',
    { ArgumentName: ARGUMENT, ArgumentValue: algorithm },
  );
}

async function checkedMd5(key: string, md5: string): Promise<string> {
  const bytes = keyBytes(key);
  if (bytes?.length !== KEY_BYTES) throw invalidKey();
  if (toBase64(await digest('MD5', bytes)) === md5) return md5;
  throw invalidArgument(
    'The calculated MD5 hash of the key did not match the hash that was provided.',
    ARGUMENT,
  );
}

function keyBytes(key: string): Uint8Array | undefined {
  try {
    return fromBase64(key);
  } catch {
    return undefined;
  }
}

const invalidKey = () => invalidArgument('The secret key was invalid for the specified algorithm.', ARGUMENT);
const wrongKey = () => new ServiceError(403, 'AccessDenied', `${MUST} the correct secret key.`);
