import { quoted } from '../shell/quoting.ts';

/** Values that differ at each run, and their substitutes when two calls are compared. */
const VARYING: readonly [RegExp, string][] = [
  [/(?<!\d)\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)/g, '<time>'],
  // `date +%Y%m%d%H%M%S`, `date +%s` and its like with milliseconds.
  [/(?<!\d)20\d{12}(?!\d)/g, '<time>'],
  [/(?<!\d)1\d{9}(?:\d{3})?(?!\d)/g, '<time>'],
  // mktemp(1)
  [/\btmp\.[A-Za-z0-9]{6,12}(?![A-Za-z0-9])/g, '<temporary>'],
];
/** A one-time code of an MFA device is of no use twice. */
const ONE_TIME = /^--(?:token-code|authentication-code-?[12])(?:=\d{6})?$/;

/** A command line in which what a page makes anew at each run (times, temporary names, codes) reads the same. */
export function comparableArguments(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    if (ONE_TIME.test(args[index - 1] ?? '') && /^\d{6}$/.test(arg)) return '<code>';
    if (ONE_TIME.test(arg)) return arg.replace(/=\d{6}$/, '=<code>');
    return VARYING.reduce((text, [form, stands]) => text.replace(form, stands), arg);
  });
}

/** One-time codes are left out of recordings. */
export function withoutCodes(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    if (ONE_TIME.test(args[index - 1] ?? '') && /^\d{6}$/.test(arg)) return '000000';
    return ONE_TIME.test(arg) ? arg.replace(/=\d{6}$/, '=000000') : arg;
  });
}

export function sameArguments(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((arg, index) => arg === b[index]);
}

/** A call as one would type it, for messages. */
export function commandLine(args: readonly string[]): string {
  return ['aws', ...args].map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : quoted(arg))).join(' ');
}
