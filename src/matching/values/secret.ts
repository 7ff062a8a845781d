import type { ValuePattern } from './types.ts';

const BASE64 = 'A-Za-z0-9+/';
const isHex = (text: string): boolean => /^[0-9a-fA-F]+$/.test(text);

/** 40 characters of base64, as secret access keys are. A SHA-1 sum, a path or a word is none. */
export const secretPattern: ValuePattern = {
  type: 'secret',
  finds: new RegExp(`(?<![${BASE64}.-])[${BASE64}]{40}(?![${BASE64}=.-])`, 'g'),
  recognises: (found) =>
    !isHex(found) && /[A-Z]/.test(found) && /[a-z]/.test(found) && /\d/.test(found) && !found.startsWith('/'),
  shape: () => `[${BASE64}]{40}`,
  accepts: (actual) => !isHex(actual),
  binds: (example) => /^[A-Za-z0-9+/]{40}$/.test(example) && !/(?:X|x){8}/.test(example),
  describe: () => 'a secret access key (40 characters of base64)',
};
