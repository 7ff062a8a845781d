import { Command, CommanderError } from 'commander';
import { addDoctest } from './doctest.ts';
import { USAGE_ERROR } from './exit-codes.ts';
import { addI18n } from './i18n/index.ts';
import { addImport } from './import.ts';
import { addLint } from './lint.ts';
import { addSandbox } from './sandbox.ts';

/** Runs the command line. @returns the exit code: 0 all pass, 1 a page failed, 2 wrong usage or unreadable input. */
export async function main(args: readonly string[]): Promise<number> {
  process.stdout.on('error', ignoreClosedPipe);
  let exitCode = 0;
  const program = new Command('tejun')
    .description('AWS CLI procedures whose snippets are executable and proven')
    .exitOverride();
  const exit = (code: number): void => {
    exitCode = code;
  };
  addDoctest(program, exit);
  addI18n(program, exit);
  addImport(program, exit);
  addLint(program, exit);
  addSandbox(program, exit);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_ERROR;
    throw error;
  }
}

/** `tejun doctest | head` reads what it wants and goes: the run ends as it would have. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
