import { escapeRegExp } from '../../procedure/escape-reg-exp.ts';
import type { AccountData } from '../types.ts';
import type { ValuePattern } from './types.ts';

/** Shorter strings (`a`, `/`) would be found everywhere. */
const SHORTEST = 3;
const CIDR = /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/;

const known = new WeakMap<AccountData, ValuePattern | undefined>();

/** The strings of an account file as values of "your own account": each may be any value of the same form. */
export function accountDataForm(data: AccountData | undefined): ValuePattern | undefined {
  if (data?.compare !== 'form') return undefined;
  if (!known.has(data)) known.set(data, build(data));
  return known.get(data);
}

function build(data: AccountData): ValuePattern | undefined {
  const strings = [...data.strings]
    .filter((text) => text.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  if (strings.length === 0) return undefined;
  return {
    type: 'account-data',
    finds: new RegExp(`(?<![\\w-])(?:${strings.map(escapeRegExp).join('|')})(?![\\w-])`, 'g'),
    shape: formOf,
    binds: () => false,
    describe: (example) => `a value of your own account in the form of "${example}"`,
  };
}

function formOf(example: string): string {
  if (CIDR.test(example)) return '\\d{1,3}(?:\\.\\d{1,3}){3}\\/\\d{1,2}';
  return /\s/.test(example) ? '\\S.*' : '\\S+';
}
