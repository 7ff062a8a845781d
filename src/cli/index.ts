import { Command, CommanderError } from 'commander';
import { USAGE_ERROR } from './exit-codes.ts';

type AddCommand = (program: Command, exit: (code: number) => void) => void;

/** Only the command that is asked for is loaded: whoever wants one need not wait for the others. */
const commands = {
  doctest: async () => (await import('./doctest.ts')).addDoctest,
  i18n: async () => (await import('./i18n/index.ts')).addI18n,
  import: async () => (await import('./import.ts')).addImport,
  lint: async () => (await import('./lint.ts')).addLint,
  new: async () => (await import('./new.ts')).addNew,
  sandbox: async () => (await import('./sandbox.ts')).addSandbox,
} satisfies Record<string, () => Promise<AddCommand>>;

/** Runs the command line. @returns the exit code: 0 all pass, 1 a page failed, 2 wrong usage or unreadable input. */
export async function main(args: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreNoReader);
  let exitCode = 0;
  const program = new Command('tejun')
    .description('AWS CLI procedures whose snippets are executable and proven')
    .exitOverride();
  const exit = (code: number): void => {
    exitCode = code;
  };
  const asked = Object.entries(commands).filter(([name]) => name === args[0]);
  const loaded = asked.length > 0 ? asked : Object.entries(commands);
  for (const [, load] of loaded) (await load())(program, exit);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_ERROR;
    if (!isOfFile(error)) throw error;
    console.error(error.message);
    return USAGE_ERROR;
  }
}

/** A file that cannot be read or written is no fault of ours: whoever reads its name needs no stack. */
function isOfFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

/** `tejun doctest | head` reads what it wants and goes, or a terminal is closed: the run ends as it would have. */
function ignoreNoReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}
