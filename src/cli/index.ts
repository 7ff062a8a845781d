import { Command, CommanderError } from 'commander';
import { addDoctest } from './doctest.ts';
import { USAGE_ERROR } from './exit-codes.ts';

/** Runs the command line. @returns the exit code: 0 all pass, 1 a page failed, 2 wrong usage or unreadable input. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('tejun')
    .description('AWS CLI procedures whose snippets are executable and proven')
    .exitOverride();
  addDoctest(program, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_ERROR;
    throw error;
  }
}
