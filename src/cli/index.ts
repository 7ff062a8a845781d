import { setImmediate } from 'node:timers/promises';
import { type Command, CommanderError } from 'commander';
import { chooseLanguage, say, setLanguage } from '../language/index.ts';
import { beginCommandLine, takeLanguage } from './command-line.ts';
import { USAGE_ERROR } from './exit-codes.ts';

type ConfigureCommand = (command: Command, exit: (code: number) => void) => void;

interface CommandEntry {
  readonly description: () => string;
  load(): Promise<ConfigureCommand>;
}

/** Only the command that is asked for is loaded. */
const commands: Readonly<Record<string, CommandEntry>> = {
  doctest: {
    description: () => say`run pages and compare what they print`,
    load: async () => (await import('./doctest.ts')).configureDoctest,
  },
  doctor: {
    description: () => say`say what is installed, and what each target needs`,
    load: async () => (await import('./doctor.ts')).configureDoctor,
  },
  i18n: {
    description: () => say`translations of pages and of the site`,
    load: async () => (await import('./i18n/index.ts')).configureI18n,
  },
  import: {
    description: () => say`make a page of an existing procedure: plain text, Markdown, reStructuredText`,
    load: async () => (await import('./import.ts')).configureImport,
  },
  init: {
    description: () => say`begin a bilingual site with Docusaurus`,
    load: async () => (await import('./init.ts')).configureInit,
  },
  lint: {
    description: () =>
      say`find in pages what must not be published: real account numbers, keys, addresses, prompts`,
    load: async () => (await import('./lint.ts')).configureLint,
  },
  new: {
    description: () => say`begin a course or a page, in both languages`,
    load: async () => (await import('./new.ts')).configureNew,
  },
  run: {
    description: () => say`go through a page step by step in your terminal, with verdicts`,
    load: async () => (await import('./run.ts')).configureRun,
  },
  script: {
    description: () => say`write a page as a bash script with checks`,
    load: async () => (await import('./script.ts')).configureScript,
  },
  sandbox: {
    description: () => say`the practice account for real clients: the AWS CLI, the SDKs`,
    load: async () => (await import('./sandbox.ts')).configureSandbox,
  },
};

/** Runs the command line. @returns the exit code: 0 all pass, 1 a page failed, 2 wrong usage or unreadable input. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const lost = onLostOutput((message) => console.error(message));
  await setLanguage(chooseLanguage(process.env));
  const { rest, asked: language, refusal } = takeLanguage(args);
  if (refusal) {
    console.error(refusal);
    return USAGE_ERROR;
  }
  if (language) await setLanguage(language);
  const program = beginCommandLine('tejun').description(
    say`AWS CLI procedures whose snippets are executable and proven`,
  );
  const exit = (code: number): void => {
    exitCode = code;
  };
  const asked = rest[0] === 'help' ? rest[1] : rest[0];
  for (const [name, { description, load }] of Object.entries(commands)) {
    const command = program.command(name).description(description());
    if (name === asked) (await load())(command, exit);
  }
  try {
    await program.parseAsync(rest, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 && !(await lost()) ? 0 : USAGE_ERROR;
    if (!isOfFile(error) && !(await isUsageError(error))) throw error;
    console.error((error as Error).message);
    return USAGE_ERROR;
  }
  return (await lost()) ? Math.max(exitCode, USAGE_ERROR) : exitCode;
}

/** Loads the class only once something has failed. */
async function isUsageError(error: unknown): Promise<boolean> {
  const { UsageError } = await import('../project/usage-error.ts');
  return error instanceof UsageError;
}

/** A file that cannot be read or written is no fault of ours: whoever reads its name needs no stack. */
function isOfFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

/**
 * The run ends as it would have when its output is lost: clean-up is done, files are written. `tejun doctest | head` reads
 * what it wants and goes, and a terminal may be closed; a full disk is told of once.
 *
 * @returns tells whether output was lost that somebody wanted
 */
function onLostOutput(tell: (message: string) => void): () => Promise<boolean> {
  let isLost = false;
  const onError = ({ code, message }: NodeJS.ErrnoException): void => {
    if (isLost || code === 'EPIPE' || code === 'EIO') return;
    isLost = true;
    tell(say`The output could not be written: ${message}.`);
  };
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onError);
  return async () => {
    // The last write fails a moment later.
    await setImmediate();
    return isLost;
  };
}
