import type { AccountData } from '../matching/index.ts';

const ACCOUNT_ID = /(?<![A-Za-z0-9])\d{12}(?![A-Za-z0-9])/g;

/**
 * Says what to write where a script names another account than the one of the account file.
 *
 * @example // "The page writes the account 000000000000, but the account file has 123456789012: write id: '000000000000' ..."
 */
export function accountHint(script: string, { strings, compare }: AccountData): string | undefined {
  const own = [...strings].find((text) => /^\d{12}$/.test(text));
  const [written] = (script.match(ACCOUNT_ID) ?? []).filter((id) => id !== own);
  if (compare !== 'equal' || own === undefined || written === undefined) return undefined;
  return `The page writes the account ${written}, but the account file has ${own}: write id: '${written}' in the account file, or ${own} in the page.`;
}
