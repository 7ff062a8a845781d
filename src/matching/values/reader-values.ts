import { escapeRegExp } from '../../procedure/escape-reg-exp.ts';
import type { AccountData } from '../types.ts';
import type { ValuePattern } from './types.ts';

/** `${HOME}`, `$HOME` or `~` before a path, as pages print them in results: the home of the one who runs it. */
export const homePattern: ValuePattern = {
  type: 'home',
  finds: /\$\{HOME\}|\$HOME(?!\w)|(?<![\w~/.:])~(?=\/)/g,
  shape: () => '(?:\\/(?:home|Users)\\/[\\w.-]+|\\/root)',
  binds: () => false,
  describe: () => 'a home directory',
};

/** `aws-cli/2.9.19 Python/3.11.2 Linux/6.1 ...`: what `aws --version` prints, to the end of the line. */
export const cliVersionPattern: ValuePattern = {
  type: 'cli-version',
  needs: ['aws-cli/'],
  finds: /(?<![\w/])aws-cli\/\d+\.\d+\.\d+[^\n]*/g,
  shape: () => 'aws-cli\\/\\d+\\.\\d+\\.\\d+(?: [^\\n]*)?',
  binds: () => false,
  describe: () => 'a version of the AWS CLI',
};

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
