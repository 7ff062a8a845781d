import { masked, WORD_END, WORD_START } from './shapes.ts';
import type { ValuePattern } from './types.ts';

const inHex = (hex: string): string => `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`;
const UUID = inHex('[0-9a-fA-F]');
/** The letters' case stays: a service writes all of its UUIDs in one. */
const inCaseOf = (example: string): string => {
  if (!/[A-F]/.test(example)) return inHex('[0-9a-f]');
  return /[a-f]/.test(example) ? UUID : inHex('[0-9A-F]');
};
/** How AWS's documentation writes UUIDs that nobody has. */
const ANY = '[0-9A-Za-z]';
/** Any letters, or EXAMPLE in one of the groups. */
const DOCUMENTED = `(?=[0-9A-Za-z-]*\\d)(?:${ANY}{8}(?:-${ANY}{4}){3}-${ANY}{11,12}|(?=[0-9A-Za-z-]*(?:EXAMPLE|example))${ANY}{1,12}(?:-${ANY}{4}){3}-${ANY}{1,16})`;
const WHOLE = new RegExp(`^${UUID}$`);
/** A UUID that was copied with a digit too few is one for the run, too. */
const inGroupsOf = (example: string): string => {
  const groups = example.split('-').map((group) => `${ANY}{${group.length}}`);
  return `(?=[A-Za-z-]*\\d)${groups.join('-')}`;
};
const MASKED = ['{8}', '{4}', '{4}', '{4}', '{12}'].map(masked).join('-');

export const uuidPattern: ValuePattern = {
  type: 'uuid',
  needs: ['-'],
  finds: new RegExp(`${WORD_START}(?:${UUID}|${DOCUMENTED}|${MASKED})${WORD_END}`, 'g'),
  shape: (example) => (WHOLE.test(example) ? inCaseOf(example) : `(?:${UUID}|${inGroupsOf(example)})`),
  binds: (example) => !/^[Xx*]{8}/.test(example),
  describe: () => 'a UUID',
};

/** The id of one request: a UUID (STS, IAM, EC2), 16 capitals and digits or a host id (S3). New with each request. */
export const requestIdPattern: ValuePattern = {
  type: 'request-id',
  finds: /(?<=\brequest[ _-]?id["']?[:=] ?["']?)[A-Za-z0-9+/=*-]{8,}/gi,
  shape: (example) => (/^[0-9a-fA-F]{8}-/.test(example) ? UUID : '[A-Za-z0-9+/=-]{13,}'),
  binds: () => false,
  describe: () => 'a request id',
};
