import type { Found, TextRule } from '../types.ts';
import { isPlaceholder } from './placeholder-rule.ts';

const CANDIDATE = /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
const NAMED = /secret[\w-]*["']?\s*[:=]?\s*["']?$/i;

/** 40 characters that name nothing, or that are called a secret. */
export const secretKeyRule: TextRule = {
  name: 'secret-key',
  reads: 'text',
  find: (text) =>
    [...text.matchAll(CANDIDATE)].flatMap(({ index, 0: written }): Found[] => {
      if (isPlaceholder(written)) return [];
      if (!NAMED.test(text.slice(Math.max(0, index - 40), index)) && !looksRandom(written)) return [];
      return [
        {
          index,
          text: written,
          message: `${written.slice(0, 4)}... looks like a real secret access key.`,
          fix: 'Write wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, or hide it. A secret that was published must be deleted with its key.',
        },
      ];
    }),
};

/** All kinds of letters, and no run of one kind as long as in a word, a path or a hash. */
function looksRandom(text: string): boolean {
  return /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text) && !/[a-z]{6}|[A-Z]{7}/.test(text);
}
