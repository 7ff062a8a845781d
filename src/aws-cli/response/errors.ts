import type { Protocol } from '../../wire/models/index.ts';
import { type CliFailure, serviceError } from '../failures.ts';
import { child, parseXml, type XmlNode } from './xml.ts';

/** What HTTP calls the statuses of answers that have no body. */
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
export function readFailure(status: number, body: string, protocol: Protocol, operation: string): CliFailure {
  const isGeneric = body === '' || (status >= 500 && body.startsWith('<html>'));
  if (isGeneric) return serviceError(String(status), operation, reasons[status] ?? 'Unknown');
  const error = errorElement(parseXml(body), protocol);
  return serviceError(
    child(error, 'Code')?.text || 'Unknown',
    operation,
    child(error, 'Message')?.text ?? 'Unknown',
  );
}

/** `<ErrorResponse><Error>`, `<Response><Errors><Error>` of EC2, or `<Error>` alone of S3. */
function errorElement(root: XmlNode, protocol: Protocol): XmlNode | undefined {
  if (protocol === 'rest-xml') return root;
  return child(child(root, 'Errors'), 'Error') ?? child(root, 'Error');
}
