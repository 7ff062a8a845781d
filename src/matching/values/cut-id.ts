import { escapeRegExp } from '../../procedure/escape-reg-exp.ts';
import type { ValuePattern } from './types.ts';

/** `AIDAI...`, `vpc-0abc…`: the beginning of an id, cut by the writer. */
export const cutIdPattern: ValuePattern = {
  type: 'elision',
  finds:
    /(?<![A-Za-z0-9])(?:A[A-Z]{3}[A-Z0-9]*|[a-z]+-[0-9a-f]*\d[0-9a-f]*|(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{6,})(?:\.{3,}|…+)(?![A-Za-z0-9.])/g,
  shape: (example) => `${escapeRegExp(example.replace(/(?:\.{3,}|…+)$/, ''))}[A-Za-z0-9+/=_-]*`,
  binds: () => false,
  describe: (example) => `a value that begins with ${example.replace(/(?:\.{3,}|…+)$/, '')}`,
};
