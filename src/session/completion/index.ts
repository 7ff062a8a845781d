import type { SessionView } from '../../shell/index.ts';
import type { Completion } from '../types.ts';
import { type CommandWords, readWords } from './command-words.ts';
import { completeFiles } from './complete-files.ts';

/** The built-in `aws`, asked for what may stand after it. */
export type CompleteAws = (words: readonly string[]) => Promise<readonly string[] | undefined>;

/**
 * Completes the word before the cursor: with commands, variables, files, and words of `aws`.
 * A candidate is written as the shell needs it; one that ends with `/` goes on.
 */
export async function completeLine(
  line: string,
  cursor: number,
  view: SessionView,
  completeAws: CompleteAws,
): Promise<Completion> {
  const words = readWords(line.slice(0, cursor));
  return (
    completeVariable(line.slice(0, cursor), words, view) ??
    completeCommand(words, view) ??
    (await completeArgument(words, view, completeAws))
  );
}

function completeVariable(line: string, { quote }: CommandWords, view: SessionView): Completion | undefined {
  if (quote === "'") return undefined;
  const [found, brace = '', name = ''] = /(?<!\\)\$(\{?)(\w*)$/.exec(line) ?? [];
  if (found === undefined) return undefined;
  const names = view.variables().filter((variable) => variable.startsWith(name));
  const close = brace === '' ? '' : '}';
  return {
    candidates: names.map((variable) => `$${brace}${variable}${close}`),
    from: line.length - found.length,
  };
}

function completeCommand(words: CommandWords, view: SessionView): Completion | undefined {
  const { before, word, from, quote } = words;
  if (before.length > 0 || quote !== '' || word.includes('/')) return undefined;
  return { candidates: view.commands().filter((name) => name.startsWith(word)), from };
}

async function completeArgument(
  words: CommandWords,
  view: SessionView,
  completeAws: CompleteAws,
): Promise<Completion> {
  const { before, word, from, quote } = words;
  if (before[0] === 'aws' && quote === '') {
    const candidates = await completeAws([...before.slice(1), word]);
    if (candidates) return { candidates, from };
  }
  return { candidates: await completeFiles(words, view), from };
}
