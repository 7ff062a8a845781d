import type { ValuePattern } from './types.ts';

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

/** The id of one request: a UUID (STS, IAM, EC2), 16 capitals and digits or a host id (S3). New with each request. */
export const requestIdPattern: ValuePattern = {
  type: 'request-id',
  finds: /(?<=\brequest[ _-]?id["']?[:=] ?["']?)[A-Za-z0-9+/=*-]{8,}/gi,
  shape: (example) => (/^[0-9a-fA-F]{8}-/.test(example) ? UUID : '[A-Za-z0-9+/=-]{13,}'),
  binds: () => false,
  describe: () => 'a request id',
};
