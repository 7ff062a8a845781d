import { WORD_START } from './shapes.ts';
import type { ValuePattern } from './types.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const V4 = `${OCTET}(?:\\.${OCTET}){3}`;
/** `ip-10-0-0-1`, `ec2-54-250-1-2`: addresses in EC2's host names. */
const HOST_NAME = `${OCTET}(?:-${OCTET}){3}`;
const V6 = '[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}';
/** Addresses that mean the same everywhere are no matter of the run. */
const FIXED = /^(?:0\.0\.0\.0|127\.|169\.254\.169\.|255\.|::1?$)/;

/** Texts before four numbers that make them a version: `version: 1.2.3.4`, `nginx/1.25.3.1`, `boto3-1.34.5.1`. */
const VERSION = `[vV]ersions?["']?[:=]? ?["']?|[A-Za-z](?:/|\\w{0,40}-)`;
/** The name of a program before them does so as well: `Python 3.9.16.1`. `Address 3.4.5.6` is none. */
const PROGRAM =
  '\\b(?!(?:IP|Add|Serv|Gate|Host|Name|From|To|Elastic|Public|Private|Connect|Reply|Trying|Remote|Local|Client|Node|Source|Dest|Target|Inst)[A-Za-z]*\\b)[A-Z][A-Za-z]*[a-z] ';
/** Beginnings of private and documentation addresses, and numbers that are too high for a version. */
const NO_VERSION = '(?=10\\.|[3-9]\\d\\.|[12]\\d\\d\\.)';

/** An address. With a length behind it, it is a CIDR block and must be equal. */
export const ipPattern: ValuePattern = {
  type: 'ip',
  finds: new RegExp(
    [
      `(?<![\\w.]|${VERSION})(?:${NO_VERSION}|(?<!${PROGRAM}))${V4}(?!\\w|/\\d|\\.\\d)`,
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

/** An address of version 6 with all its groups; undefined for another text. */
export function normalV6(text: string): string | undefined {
  if (!text.includes(':') || !isV6(text)) return undefined;
  const [before = '', after] = text.toLowerCase().split('::');
  const groups = (half: string) =>
    half
      .split(':')
      .filter((group) => group !== '')
      .map((group) => group.replace(/^0+(?=.)/, ''));
  const [head, tail] = [groups(before), groups(after ?? '')];
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail].join(':');
}

/** Eight groups, or fewer around one `::`; a time of day (`09:00:00`) is none. */
function isV6(text: string): boolean {
  const halves = text.split('::');
  const groups = text.split(':').filter((group) => group !== '').length;
  if (text.startsWith(':') && !text.startsWith('::')) return false;
  if (text.endsWith(':') && !text.endsWith('::')) return false;
  return halves.length === 2 ? groups >= 2 && groups <= 7 : halves.length === 1 && groups === 8;
}
