import { WORD_START } from './boundaries.ts';
import type { ValuePattern } from './types.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const V4 = `${OCTET}(?:\\.${OCTET}){3}`;
/** `ip-10-0-0-1`, `ec2-54-250-1-2`: addresses in EC2's host names. */
const HOST_NAME = `${OCTET}(?:-${OCTET}){3}`;
const V6 = '[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}';
/** Addresses that mean the same everywhere are no matter of the run. */
const FIXED = /^(?:0\.0\.0\.0|127\.|169\.254\.169\.|255\.|::1?$)/;

/** An address. With a length behind it, it is a CIDR block and must be equal. */
export const ipPattern: ValuePattern = {
  type: 'ip',
  finds: new RegExp(
    [
      `(?<![\\w.])${V4}(?!\\w|/\\d|\\.\\d)`,
      `(?<=${WORD_START}(?:ip|ec2)-)${HOST_NAME}(?![\\w-])`,
      `(?<![\\w:.])${V6}(?![\\w:]|/\\d|\\.\\d)`,
    ].join('|'),
    'g',
  ),
  recognises: (found) => (found.includes(':') ? isV6(found) : true) && !FIXED.test(found),
  shape: (example) => (example.includes(':') ? V6 : example.includes('-') ? HOST_NAME : V4),
  accepts: (actual) => !actual.includes(':') || isV6(actual),
  binds: () => true,
  describe: () => 'an IP address',
};

/** Eight groups, or fewer around one `::`; a time of day (`09:00:00`) is none. */
function isV6(text: string): boolean {
  const halves = text.split('::');
  const groups = text.split(':').filter((group) => group !== '').length;
  if (text.startsWith(':') && !text.startsWith('::')) return false;
  if (text.endsWith(':') && !text.endsWith('::')) return false;
  return halves.length === 2 ? groups >= 2 && groups <= 7 : halves.length === 1 && groups === 8;
}
