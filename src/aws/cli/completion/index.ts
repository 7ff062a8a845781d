import type { OptionSpec } from '../argparse/index.ts';
import { globalOptions } from '../commands/globals.ts';
import { readSharedFiles } from '../config/index.ts';
import { CliFailure } from '../failures.ts';
import type { AwsHost } from '../types.ts';
import { type Grammar, grammarOf, regions } from './grammar.ts';

/** Part of the host that a completion may read. */
export type CompletionHost = Pick<AwsHost, 'env' | 'cwd' | 'readFile'>;

/**
 * Completes the last of the words after `aws`, which may be empty: with subcommands, options, values of
 * options. Undefined where the CLI has no say, as for a file's name. Loads the service's model on first use.
 */
export async function completeAws(
  words: readonly string[],
  host: CompletionHost,
): Promise<readonly string[] | undefined> {
  const word = words.at(-1) ?? '';
  const { grammar, awaiting, used } = await read(words.slice(0, -1));
  const beginning = (texts: readonly string[]) => texts.filter((text) => text.startsWith(word));
  if (awaiting) {
    const values = await valuesOf(awaiting, host);
    return values && beginning(values);
  }
  if (word.startsWith('-')) return beginning(flags([...grammar.options, ...globalOptions], used));
  if (grammar.subcommands) return beginning([...grammar.subcommands, 'help']);
  return word === '' && grammar.options.length > 0 ? flags(grammar.options, used) : undefined;
}

/** Reads what the words before the cursor leave open. */
async function read(words: readonly string[]) {
  const command: string[] = [];
  const used = new Set<string>();
  let grammar: Grammar = await grammarOf([]);
  let awaiting: OptionSpec | undefined;
  for (const word of words) {
    if (word.startsWith('--')) {
      used.add(word);
      awaiting = [...grammar.options, ...globalOptions].find(
        ({ flag, takes }) => flag === word && takes !== 'none',
      );
    } else if (awaiting) {
      // A list goes on until the next option.
      if (awaiting.takes === 'one' || awaiting.takes === 'optional') awaiting = undefined;
    } else if (grammar.subcommands) {
      command.push(word);
      grammar = await grammarOf(command);
    }
  }
  return { grammar, awaiting, used };
}

/** An option that was given is not offered again; those that are required come first. */
function flags(options: readonly OptionSpec[], used: ReadonlySet<string>): string[] {
  const open = options.filter(({ flag }) => !used.has(flag));
  const required = open.filter((option) => option.required);
  return [...new Set([...required, ...open].map(({ flag }) => flag))];
}

async function valuesOf(option: OptionSpec, host: CompletionHost): Promise<readonly string[] | undefined> {
  if (option.flag === '--profile') return profiles(host);
  if (option.flag === '--region' || option.flag === '--source-region') return regions;
  return option.choices;
}

async function profiles(host: CompletionHost): Promise<readonly string[]> {
  try {
    const { config, credentials } = await readSharedFiles(host);
    return [...new Set([...credentials.keys(), ...config.keys()])];
  } catch (error) {
    // A broken file has no profiles; `aws` itself says what is wrong with it.
    if (error instanceof CliFailure) return [];
    throw error;
  }
}
