import { shellCommands } from '../../../procedure/index.ts';
import type { StepRole } from '../types.ts';

const EXPECTED = /^\s*#\s*(?:\d+(?:\.\d+)*\.?\s+)?([A-Za-z_]\w*):"/;

/** Infers the role of a script: it compares variables, only sets them, or does something. */
export function roleOfScript(body: readonly string[]): StepRole {
  if (comparesVariables(body)) return 'check';
  return setsVariablesOnly(body.join('\n')) ? 'env' : 'command';
}

/** `# NAME:"expected"` with `NAME="actual"` on the next line. */
function comparesVariables(body: readonly string[]): boolean {
  return body.some((line, index) => {
    const name = EXPECTED.exec(line)?.[1];
    return name !== undefined && (body[index + 1] ?? '').trim().startsWith(`${name}="`);
  });
}

/** Assignments, `export`, `unset` and the like, which print nothing. */
function setsVariablesOnly(script: string): boolean {
  const all = shellCommands(script);
  return all.length > 0 && all.every(({ words, piped }) => !piped && setsVariables(words));
}

function setsVariables([command = '', ...args]: readonly string[]): boolean {
  if (/^[A-Za-z_]\w*\+?=/.test(command)) return args.every((word) => /^[A-Za-z_]\w*\+?=/.test(word));
  if (command === 'unset') return args.length > 0;
  if (!['export', 'readonly', 'declare', 'typeset'].includes(command)) return false;
  return (
    args.some((word) => /^[A-Za-z_]\w*/.test(word)) &&
    !args.some((word) => /^-\w*p/.test(word) || /^[<>]/.test(word))
  );
}
