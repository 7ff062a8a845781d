import { loadManual } from './load.ts';
import type { CommandManual, Manual } from './types.ts';

/** A word of a text, and what the CLI says about it. */
export interface Explanation {
  readonly word: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A call of `aws` in a script. */
export interface AwsCall {
  readonly words: readonly { readonly text: string; readonly start: number }[];
}

/** Place where a call may begin. Quotes around `$(` do not matter: reading begins inside. */
const CALL = /(?<=^|[\s(|;&`])aws(?=[ \t]|\\\n)/gm;
const BETWEEN = /(?:[ \t]|\\\n)+/y;
const WORD = /(?:'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[^\n]|[^\s'"\\|;&()<>`])+/y;

/** Finds the calls of `aws` in a script, well enough to explain them. */
export function findCalls(script: string): AwsCall[] {
  return [...script.matchAll(CALL)].map(({ index }) => {
    const words: { text: string; start: number }[] = [];
    let at = index + 'aws'.length;
    const next = (pattern: RegExp) => {
      pattern.lastIndex = at;
      const found = pattern.exec(script)?.[0] ?? '';
      at += found.length;
      return found;
    };
    while (next(BETWEEN) !== '') {
      const start = at;
      const text = next(WORD);
      if (text === '') break;
      words.push({ text, start });
    }
    return { words };
  });
}

/** The command of a call, with what the CLI says about it; undefined for one that it says nothing about. */
export async function manualOf({
  words,
}: AwsCall): Promise<{ readonly manual: Manual; readonly name: string } | undefined> {
  const [command, subcommand, waiter] = words.map(({ text }) => text);
  const manual = command === undefined ? undefined : await loadManual(command);
  if (!manual) return undefined;
  const name = subcommand === 'wait' ? `wait ${waiter}` : (subcommand ?? '');
  return { manual, name };
}

/** The options of a command, with those of every command. */
export async function optionTexts(manual: Manual, name: string): Promise<Readonly<Record<string, string>>> {
  const command = manual.commands[name];
  const own = command?.like === undefined ? command : manual.commands[command.like];
  const common = (await loadManual('aws'))?.commands['']?.options;
  return { ...common, ...own?.options };
}

/** Explains the commands and options in a script. */
export async function explainScript(script: string): Promise<Explanation[]> {
  const explained = await Promise.all(findCalls(script).map(explainCall));
  return explained.flat();
}

async function explainCall(call: AwsCall): Promise<Explanation[]> {
  const found = await manualOf(call);
  if (!found) return [];
  const { manual, name } = found;
  const options = await optionTexts(manual, name);
  const command: CommandManual | undefined = manual.commands[name];
  const last = name.startsWith('wait ') ? 2 : 1;
  return call.words.flatMap(({ text: written, start }, index) => {
    const word = written.replace(/=.*/s, '');
    const text = index === 0 ? manual.about : index === last ? command?.about : options[word];
    return text ? [{ word, start, end: start + word.length, text }] : [];
  });
}
