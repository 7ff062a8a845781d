import { accountIdPattern } from './account-id.ts';
import { secretPattern } from './secret.ts';
import { sessionTokenPattern } from './session-token.ts';
import { uniqueIdPattern } from './unique-id.ts';

/** A value that a page must not publish, and how many characters of it tell what it is and stay. */
export interface MaskedValue {
  readonly value: string;
  readonly kept: number;
}

/** Secrets, session tokens, ids of access keys and accounts in a text of an output. */
export function maskedValues(text: string): MaskedValue[] {
  const found = [sessionTokenPattern, secretPattern, uniqueIdPattern, accountIdPattern].flatMap((form) =>
    [...text.matchAll(form.finds)]
      .map(([value]) => value)
      .filter((value) => form.recognises?.(value) ?? true)
      .map((value) => ({ value, kept: form === uniqueIdPattern ? 4 : 0 })),
  );
  return found.filter(({ value, kept }) => isReal(value) && (kept === 0 || /^A[KS]IA/.test(value)));
}

/** A mask is published already. */
const isReal = (value: string): boolean => !/(?:X|x|\*){4}$/.test(value);
