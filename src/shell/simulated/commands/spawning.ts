import { type CustomCommand, defineCommand, type ExecResult } from 'just-bash';
import type { ChildEnvironments } from '../statement-source.ts';
import { failed } from './exec-results.ts';

/** Message of find(1), which quotes the path; just-bash does not. */
const ABSENT = /^(find: )([^‘\n\r]+)(: No such file or directory)$/gm;

/** Commands of just-bash that start other commands, made to hand on the environment of the session as it is now. */
export function spawningCommands(handed: ChildEnvironments): CustomCommand[] {
  const original = (name: string, hands: boolean, rewritten: (args: string[]) => string[]): CustomCommand =>
    defineCommand(name, async (args, { origCommand, exportedEnv }): Promise<ExecResult> => {
      if (!origCommand) return failed(`bash: ${name}: command not found`, 127);
      handed.push(hands ? exportedEnv : undefined);
      try {
        const result = await origCommand(rewritten(args));
        return { ...result, stderr: result.stderr.replace(ABSENT, '$1‘$2’$3') };
      } finally {
        handed.pop();
      }
    });
  const asGiven = (args: string[]) => args;
  return [
    original('xargs', true, separated),
    original('find', true, asGiven),
    original('timeout', true, asGiven),
    original('bash', false, asGiven),
    original('sh', false, asGiven),
  ];
}

/** xargs' `-n1` and `-I{}` -> `-n 1` and `-I {}`, the form that just-bash knows. With `-I`, a line is one argument. */
function separated(args: string[]): string[] {
  const command = args.findIndex(
    (arg, index) => !arg.startsWith('-') && !/^-[nIPdL]$/.test(args[index - 1] ?? ''),
  );
  const options = command < 0 ? args : args.slice(0, command);
  const apart = options.flatMap((arg) => {
    const [, option, value] = /^(-[nIPd])(.+)$/s.exec(arg) ?? [];
    return option !== undefined && value !== undefined ? [option, value] : [arg];
  });
  const isByLine =
    apart.includes('-I') && !apart.some((arg) => arg === '-0' || arg === '-d' || arg === '--null');
  return [...(isByLine ? ['-d', '\\n'] : []), ...apart, ...args.slice(options.length)];
}
