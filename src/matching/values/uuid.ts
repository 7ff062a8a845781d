import { masked, WORD_END, WORD_START } from './boundaries.ts';
import type { ValuePattern } from './types.ts';

const HEX = '[0-9a-fA-F]';
const UUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;
/** How AWS's documentation writes UUIDs that nobody has. */
const ANY = '[0-9A-Za-z]';
/** Any letters, or EXAMPLE in one of the groups. */
const DOCUMENTED = `(?=[0-9A-Za-z-]*\\d)(?:${ANY}{8}(?:-${ANY}{4}){3}-${ANY}{11,12}|(?=[0-9A-Za-z-]*EXAMPLE)${ANY}{1,12}(?:-${ANY}{4}){3}-${ANY}{1,16})`;
const WHOLE = new RegExp(`^${UUID}$`);
/** A UUID that was copied with a digit too few is one for the run, too. */
const inGroupsOf = (example: string): string => {
  const groups = example.split('-').map((group) => `${ANY}{${group.length}}`);
  return `(?=[A-Za-z-]*\\d)${groups.join('-')}`;
};
const MASKED = ['{8}', '{4}', '{4}', '{4}', '{12}'].map(masked).join('-');

export const uuid: ValuePattern = {
  type: 'uuid',
  finds: new RegExp(`${WORD_START}(?:${UUID}|${DOCUMENTED}|${MASKED})${WORD_END}`, 'g'),
  shape: (example) => (WHOLE.test(example) ? UUID : `(?:${UUID}|${inGroupsOf(example)})`),
  binds: (example) => !/^[Xx*]{8}/.test(example),
  describe: () => 'a UUID',
};
