import { readScript } from './shell-scanner.ts';

/** A quoted word without a character that quotes would change. */
const NEEDLESS_QUOTES = /^(['"])([\w@%+=:,./-]+)\1$/;

/**
 * Tests whether two scripts have the same commands: spaces, comments, needless quotes, continued lines, and line breaks
 * in place of `;` make no difference.
 *
 * @example isSameScript("export A='x'", 'export  A="x" # first') // true
 */
export function isSameScript(one: string, other: string): boolean {
  return one === other || canonical(one) === canonical(other);
}

function canonical(script: string): string {
  const { regions } = readScript(script);
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of regions) {
    parts.push(spaced(script.slice(at, start)));
    const text = script.slice(start, end);
    if (kind === 'literal') parts.push(text.replace(NEEDLESS_QUOTES, '$2'));
    else if (kind !== 'comment') parts.push(text);
    at = end;
  }
  parts.push(spaced(script.slice(at)));
  return parts
    .join('')
    .replace(/ ?(?:\0 ?)+/g, ';')
    .replace(/^[ ;]+|[ ;]+$/g, '');
}

/** White space as one space, and what ends a command as one sign that no script holds. */
function spaced(text: string): string {
  return text
    .replace(/\\\n/g, ' ')
    .replace(/[ \t\r]+/g, ' ')
    .replace(/ ?(?:\n|;(?!;)) ?/g, '\0');
}
