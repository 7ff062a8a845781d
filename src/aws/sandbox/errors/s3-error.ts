import { isoSeconds } from '../clock/index.ts';
import { ServiceError } from './service-error.ts';
import type {
  AuthorizationFault,
  ErrorCatalogue,
  ScopeFault,
  SignatureForm,
  Skew,
  Violation,
} from './types.ts';
import { basicTime, deniedMessage, expiresFault, notSimulatedMessage, repeated } from './wording.ts';

/** Errors of S3, with the elements it adds. Texts and statuses as seen on AWS, unless a line says otherwise. */
export const s3Errors: ErrorCatalogue = {
  missingAuthentication: () => new ServiceError(403, 'AccessDenied', 'Access Denied'),
  malformedAuthorization: malformed,
  wrongScope,
  unknownKey: invalidKey,
  tokenMissing: invalidKey,
  tokenInvalid: (token) =>
    new ServiceError(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.', {
      'Token-0': token,
    }),
  tokenExpired: (token) =>
    new ServiceError(400, 'ExpiredToken', 'The provided token has expired.', { 'Token-0': token }),
  signatureMismatch: (evidence) =>
    new ServiceError(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      {
        AWSAccessKeyId: evidence.accessKeyId,
        StringToSign: evidence.stringToSign,
        SignatureProvided: evidence.signature,
        StringToSignBytes: hexBytes(evidence.stringToSign),
        ...(evidence.canonicalRequest !== undefined && {
          CanonicalRequest: evidence.canonicalRequest,
          CanonicalRequestBytes: hexBytes(evidence.canonicalRequest),
        }),
      },
    ),
  tooOld: skewed,
  tooNew: skewed,
  presignedExpired: ({ expires, expiresSeconds, now }) =>
    new ServiceError(403, 'AccessDenied', 'Request has expired', {
      ...(expiresSeconds !== undefined && { 'X-Amz-Expires': String(expiresSeconds) }),
      Expires: isoSeconds(expires),
      ServerTime: isoSeconds(now),
    }),
  denied: (denial) =>
    new ServiceError(
      403,
      'AccessDenied',
      denial.principalArn === 'anonymous' ? 'Access Denied' : deniedMessage(denial, '"'),
    ),
  unknownOperation: (method, resourceType) =>
    new ServiceError(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {
      Method: method,
      ResourceType: resourceType,
    }),
  invalid: (violations) => invalidArgument(violations[0]),
  unreadable: (name, text, type) =>
    new ServiceError(400, 'InvalidArgument', unreadableText(name, type), {
      ArgumentName: name,
      ArgumentValue: text,
    }),
  malformedBody: () =>
    new ServiceError(
      400,
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
    ),
  notSimulated: (service, operation) =>
    new ServiceError(501, 'NotImplemented', notSimulatedMessage(service, operation)),
  internal: () => new ServiceError(500, 'InternalError', 'The Tejun sandbox failed to process the request.'),
};

function invalidKey(accessKeyId: string): ServiceError {
  return new ServiceError(
    403,
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
    { AWSAccessKeyId: accessKeyId },
  );
}

function skewed({ requestTime, now, allowed }: Skew): ServiceError {
  return new ServiceError(
    403,
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
    {
      RequestTime: basicTime(requestTime),
      ServerTime: isoSeconds(now),
      MaxAllowedSkewMilliseconds: String(allowed),
    },
  );
}

function malformed(fault: AuthorizationFault, form: SignatureForm): ServiceError {
  switch (fault.kind) {
    case 'algorithm':
      if (fault.got === 'AWS')
        return new ServiceError(
          400,
          'InvalidRequest',
          'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
        );
      if (form === 'query')
        return queryParameters('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"');
      return new ServiceError(400, 'InvalidArgument', 'Unsupported Authorization Type', {
        ArgumentName: 'Authorization',
        ArgumentValue: fault.got,
      });
    case 'date':
      return form === 'query'
        ? queryParameters(`X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`)
        : dateNeeded();
    case 'two-forms':
      return new ServiceError(
        400,
        'InvalidArgument',
        'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
      );
    case 'repeated': {
      const text = repeated(fault.name);
      return form === 'query' ? queryParameters(text) : headerMalformed(text);
    }
    case 'expires':
      return queryParameters(expiresFault(fault.got));
    case 'epoch':
      return denied(`Invalid date (should be seconds since epoch): ${fault.got}`);
    case 'missing':
      if (fault.form === 'version-2')
        return denied(
          'Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters',
        );
      if (fault.form === 'query')
        return queryParameters(
          'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
        );
      if (fault.names.every((name) => name === 'Date')) return dateNeeded();
      return headerMalformed(
        'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
      );
    case 'credential':
      return credentialMalformed(
        form,
        `the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".`,
      );
    default:
      // Our wording.
      return headerMalformed('it must be key=value pairs, and the host header must be signed.');
  }
}

function wrongScope(fault: ScopeFault, form: SignatureForm): ServiceError {
  switch (fault.part) {
    case 'region':
      return credentialMalformed(form, `the region '${fault.got}' is wrong; expecting '${fault.expected}'`, {
        Region: fault.expected,
      });
    case 'service':
      return credentialMalformed(form, `incorrect service "${fault.got}". This endpoint belongs to "s3".`);
    case 'terminator':
      return credentialMalformed(
        form,
        `incorrect terminal "${fault.got}". This endpoint uses "aws4_request".`,
      );
    case 'day':
      return invalidDay(fault.got, fault.expected, form);
  }
}

function invalidDay(got: string, expected: string, form: SignatureForm): ServiceError {
  const text = `Invalid credential date "${got}". This date is not the same as X-Amz-Date: "${expected}".`;
  return form === 'query' ? queryParameters(text) : headerMalformed(text);
}

function credentialMalformed(
  form: SignatureForm,
  detail: string,
  elements: Record<string, string> = {},
): ServiceError {
  return form === 'query'
    ? queryParameters(`Error parsing the X-Amz-Credential parameter; ${detail}`, elements)
    : headerMalformed(detail, elements);
}

function dateNeeded(): ServiceError {
  return denied('AWS authentication requires a valid Date or x-amz-date header');
}

function denied(message: string): ServiceError {
  return new ServiceError(403, 'AccessDenied', message);
}

function headerMalformed(detail: string, elements: Record<string, string> = {}): ServiceError {
  const message = `The authorization header is malformed; ${detail}`;
  return new ServiceError(400, 'AuthorizationHeaderMalformed', message, elements);
}

function queryParameters(message: string, elements: Record<string, string> = {}): ServiceError {
  return new ServiceError(400, 'AuthorizationQueryParametersError', message, elements);
}

/** AWS's text for a number out of range, measured on ListBuckets; for other rules the wording is ours. */
function invalidArgument(violation: Violation | undefined): ServiceError {
  const name = violation?.wireName ?? '';
  const rule = violation?.rule;
  const text =
    rule?.kind === 'min' || rule?.kind === 'max'
      ? `Argument ${name} must be an integer between ${rule.range[0]} and ${rule.range[1]}`
      : `Argument ${name} is not valid`;
  const elements: Record<string, string> = { ArgumentName: name };
  if (violation?.value !== undefined) elements.ArgumentValue = violation.value;
  return new ServiceError(400, 'InvalidArgument', text, elements);
}

function unreadableText(name: string, type: string): string {
  return type === 'number'
    ? `Provided ${name} not an integer or within integer range`
    : `The value of ${name} is not a valid ${type}.`;
}

/** `41 57 53 34` */
function hexBytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
