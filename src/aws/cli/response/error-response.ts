import type { Protocol } from '../../wire/models/index.ts';
import { ServiceFailure } from '../failures.ts';
import { parseBody } from './json-response.ts';
import { child, parseXml, type XmlNode } from './xml-response.ts';

/** Reason phrases of HTTP for answers without a body. */
const reasons: Readonly<Record<number, string>> = {
  ...{ 301: 'Moved Permanently', 302: 'Found', 304: 'Not Modified', 307: 'Temporary Redirect' },
  ...{
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
  },
  ...{ 409: 'Conflict', 412: 'Precondition Failed', 416: 'Requested Range Not Satisfiable' },
  ...{ 500: 'Internal Server Error', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout' },
};

/** The failure that an answer with status 300 or more is printed as. Codes and messages stay as they came. */
export function readFailure(
  answer: { readonly status: number; readonly headers: Headers; readonly body: string },
  protocol: Protocol,
  operation: string,
): ServiceFailure {
  const { status, headers, body } = answer;
  const region = headers.get('x-amz-bucket-region') ?? undefined;
  const isGeneric = body === '' || (status >= 500 && body.startsWith('<html>'));
  if (isGeneric)
    return new ServiceFailure({
      ...{ status, operation, region },
      ...{ code: String(status), message: reasons[status] ?? 'Unknown' },
    });
  if (protocol === 'json' || protocol === 'rest-json')
    return new ServiceFailure({ status, operation, ...jsonError(answer, protocol) });
  const error = errorElement(parseXml(body), protocol);
  return new ServiceFailure({
    ...{ status, operation },
    code: child(error, 'Code')?.text || 'Unknown',
    message: child(error, 'Message')?.text ?? 'Unknown',
    region: region ?? child(error, 'Region')?.text,
  });
}

/** Code and message as botocore finds them: `com.amazonaws.sqs#QueueDoesNotExist` is known by its last part. */
function jsonError(
  { status, headers, body }: { readonly status: number; readonly headers: Headers; readonly body: string },
  protocol: Protocol,
): { code: string; message: string } {
  const data = parseBody(body) as Record<string, unknown>;
  const named =
    protocol === 'rest-json' ? (headers.get('x-amzn-errortype') ?? data.code ?? data.Code) : undefined;
  const code = String(named ?? data.__type ?? status);
  const name = protocol === 'rest-json' ? code.split(':')[0] : code.split('#').at(-1);
  return { code: name ?? code, message: String(data.message ?? data.Message ?? '') };
}

/** S3 copies for so long that it has said 200 before it fails: such an answer is a failure all the same. */
export const isErrorDespite200 = (operation: string, body: string): boolean =>
  ['CopyObject', 'UploadPartCopy', 'CompleteMultipartUpload'].includes(operation) &&
  /^\s*(?:<\?xml[^>]*\?>\s*)?<Error>/.test(body);

/** `<ErrorResponse><Error>`, `<Response><Errors><Error>` of EC2, or `<Error>` alone of S3. */
function errorElement(root: XmlNode, protocol: Protocol): XmlNode | undefined {
  if (protocol === 'rest-xml' && root.name === 'Error') return root;
  return child(child(root, 'Errors'), 'Error') ?? child(root, 'Error');
}
