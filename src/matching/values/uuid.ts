import { masked, WORD_END, WORD_START } from './boundaries.ts';
import type { ValuePattern } from './types.ts';

const HEX = '[0-9a-fA-F]';
const UUID = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;
/** How AWS's documentation writes UUIDs that nobody has. */
const DOCUMENTED =
  '(?=[0-9A-Za-z-]*\\d)[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-(?:[0-9A-Za-z]{12}|EXAMPLE[0-9A-Za-z]{1,5})';
const MASKED = ['{8}', '{4}', '{4}', '{4}', '{12}'].map(masked).join('-');

export const uuid: ValuePattern = {
  type: 'uuid',
  finds: new RegExp(`${WORD_START}(?:${UUID}|${DOCUMENTED}|${MASKED})${WORD_END}`, 'g'),
  shape: () => UUID,
  binds: (example) => !/^[Xx*]{8}/.test(example),
  describe: () => 'a UUID',
};
