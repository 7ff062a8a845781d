import { signVersion2 } from '../../wire/sigv2/index.ts';
import { signText } from '../../wire/sigv4/index.ts';
import { ServiceError } from '../errors/index.ts';
import type { Credential } from '../state/index.ts';
import { malformed, parseScope } from './parse-version-4.ts';
import { parseBasicTime } from './timestamp.ts';
import type { AuthenticationContext, FormFields, RequestSignature, SignedForm } from './types.ts';
import { checkScope } from './version-4.ts';

const VERSION_4 = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Signature', 'Policy'];
const VERSION_2 = ['AWSAccessKeyId', 'Signature', 'Policy'];

/**
 * Reads how a form is signed; one with no such field is not signed at all. Throws a ServiceError where a field is
 * missing. Source: S3 API reference, "Authenticating requests: browser-based uploads using POST".
 */
export function readFormProof(fields: FormFields): RequestSignature {
  const field = (name: string): string => fields.get(name.toLowerCase()) ?? '';
  const isVersion4 = VERSION_4.slice(0, 4).some((name) => field(name) !== '');
  const names = isVersion4 ? VERSION_4 : VERSION_2;
  if (names.every((name) => field(name) === '')) return { kind: 'none' };
  const missing = names.find((name) => field(name) === '');
  if (missing !== undefined) throw fieldNeeded(missing);
  const token = fields.get('x-amz-security-token');
  const common = { kind: 'form', form: 'query', policy: field('Policy'), fields, token } as const;
  if (!isVersion4) return { ...common, accessKeyId: field('AWSAccessKeyId'), signature: field('Signature') };
  if (field('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256')
    return malformed('query', { kind: 'algorithm', got: field('X-Amz-Algorithm') });
  const scope = parseScope(field('X-Amz-Credential'));
  if (!scope) return malformed('query', { kind: 'credential', got: field('X-Amz-Credential') });
  const timestamp = field('X-Amz-Date');
  const time = parseBasicTime(timestamp);
  if (!time) return malformed('query', { kind: 'date', got: timestamp });
  const { accessKeyId } = scope;
  return {
    ...common,
    accessKeyId,
    version4: { scope, timestamp, time },
    signature: field('X-Amz-Signature'),
  };
}

/** Throws a ServiceError where the policy of a form is not signed with the key that the form names. */
export async function checkSignedForm(
  signed: SignedForm,
  findCredential: () => Credential,
  context: AuthenticationContext,
): Promise<Credential> {
  const { version4, policy, signature, accessKeyId } = signed;
  if (version4) checkScope({ form: signed.form, ...version4 }, context);
  const credential = findCredential();
  const { secretAccessKey } = credential;
  const computed = version4
    ? await signText(policy, { ...version4.scope, secretAccessKey, timestamp: version4.timestamp })
    : signVersion2(policy, secretAccessKey);
  if (computed !== signature)
    throw context.errors.signatureMismatch({ accessKeyId, signature, stringToSign: policy });
  return credential;
}

/** Text of S3. */
export function fieldNeeded(name: string): ServiceError {
  return new ServiceError(
    400,
    'InvalidArgument',
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
    { ArgumentName: name, ArgumentValue: '' },
  );
}
