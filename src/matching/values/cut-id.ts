import { escapeRegExp } from '../../procedure/escape-reg-exp.ts';
import type { ValuePattern } from './types.ts';
import { UNIQUE_ID_PREFIX } from './unique-id.ts';

const DOTS = '(?:\\.{3,}|…+)';
const NOT_BEHIND = '(?![A-Za-z0-9.])';

/** Ways of cutting an id: what tells its kind and stays, what the writer left of the rest, and what may stand there. */
const CUTS = [
  { kept: UNIQUE_ID_PREFIX, shown: '[A-Z0-9]*', rest: '[A-Z0-9]{12,}' },
  { kept: '', shown: '[0-9a-f]{8}(?:-[0-9a-f]{1,12})*-?', rest: '[0-9a-f]{8}(?:-[0-9a-f]{1,12})+' },
  { kept: '[a-z]+(?:-[a-z]+)*-', shown: '[0-9a-f]*\\d[0-9a-f]*', rest: '[0-9a-f]{8,}' },
  { kept: '', shown: '(?=[A-Za-z0-9]*\\d)[A-Za-z0-9]{6,}', rest: '[A-Za-z0-9+/=_.-]{6,}' },
].map((cut) => ({ ...cut, whole: new RegExp(`^(${cut.kept})${cut.shown}${DOTS}$`) }));

const prefixOf = (example: string): string =>
  CUTS.map(({ whole }) => whole.exec(example)?.[1]).find((kept) => kept !== undefined) ?? '';

/** `AIDAI...`, `vpc-0abc…`: the beginning of an id, cut by the writer. Only what tells its kind is the same in another run. */
export const cutIdPattern: ValuePattern = {
  type: 'elision',
  needs: ['...', '…'],
  finds: new RegExp(
    `(?<![A-Za-z0-9-])(?:${CUTS.map(({ kept, shown }) => `${kept}${shown}`).join('|')})${DOTS}${NOT_BEHIND}`,
    'g',
  ),
  shape: (example) => {
    const ways = CUTS.filter(({ whole }) => whole.test(example));
    return `(?:${ways.map(({ rest }) => `${escapeRegExp(prefixOf(example))}${rest}`).join('|')})`;
  },
  binds: () => false,
  describe: (example) => {
    const prefix = prefixOf(example);
    return prefix === '' ? 'an id that the example cuts' : `an id that begins with ${prefix}`;
  },
};

/** `arn:aws:iam::123456789012:role/my...`: an ARN or a URL that is cut in a word. */
export const cutAddressPattern: ValuePattern = {
  type: 'elision',
  needs: ['...', '…'],
  finds: new RegExp(`(?<=(?:arn:aws|https?:\\/\\/)[^\\s"']{8,}[^\\s"'.…])${DOTS}(?=[\\s"',)]|$)`, 'g'),
  shape: () => '[^\\s"\']*',
  binds: () => false,
  describe: () => 'the rest of a value that the example cuts',
};

/** `This is a lo...`: a text of several words that is cut at its end. In lines, programs print such dots themselves. */
export const cutTextPattern: ValuePattern = {
  ...cutAddressPattern,
  finds: new RegExp(`(?<=^(?=[^\\n]*[ \\u3000-\\u9fff])[\\s\\S]{8,}[^\\s.…])${DOTS}$`, 'g'),
  shape: () => '[\\s\\S]*',
};
