import { usageError } from '../failures.ts';
import { reprText } from '../python/builtins.ts';
import { closeMatches } from './close-matches.ts';
import type { OptionSpec, ParsedArguments, ParserSpec, PositionalSpec, Value } from './types.ts';
import { classifyWords, convert, type Word } from './words.ts';

/**
 * Reads a command line as `parse_known_args` of Python 3.11's argparse does, which every level of the AWS CLI
 * uses: what it does not know comes back in `extras`. Throws a usage error.
 */
export function parseKnown(spec: ParserSpec, words: readonly string[]): ParsedArguments {
  const parser = new Parser(spec, words);
  parser.run();
  return parser;
}

class Parser implements ParsedArguments {
  readonly values = new Map<string, Value>();
  readonly extras: string[] = [];
  readonly #spec: ParserSpec;
  readonly #words: readonly string[];
  readonly #kinds: readonly Word[];
  readonly #seen = new Set<OptionSpec>();
  #waiting: PositionalSpec[];

  constructor(spec: ParserSpec, words: readonly string[]) {
    this.#spec = spec;
    this.#words = words;
    this.#kinds = classifyWords(spec, words);
    this.#waiting = [...spec.positionals];
  }

  run(): void {
    const last = this.#kinds.findLastIndex((word) => word.kind === 'option');
    let at = 0;
    while (at <= last) {
      const next = this.#kinds.findIndex((word, index) => index >= at && word.kind === 'option');
      if (at !== next) {
        const end = this.#positionals(at);
        if (end > at) {
          at = end;
          continue;
        }
      }
      this.extras.push(...this.#words.slice(at, next));
      at = this.#option(next);
    }
    const stop = this.#positionals(at);
    this.extras.push(...this.#words.slice(stop));
    this.#requireAll();
  }

  #option(index: number): number {
    const word = this.#kinds[index];
    if (word?.kind !== 'option') return index + 1;
    const { option, explicit } = word;
    if (!option) {
      this.extras.push(this.#words[index] ?? '');
      return index + 1;
    }
    if (explicit !== undefined) {
      if (option.takes === 'none')
        throw this.#wrong(option.flag, `ignored explicit argument ${reprText(explicit)}`);
      this.#store(option, [explicit]);
      return index + 1;
    }
    const count = this.#countValues(option, index + 1);
    this.#store(option, this.#words.slice(index + 1, index + 1 + count));
    return index + 1 + count;
  }

  #countValues(option: OptionSpec, from: number): number {
    const following = this.#kinds.slice(from).findIndex((word) => word.kind !== 'argument');
    const available = following < 0 ? this.#kinds.length - from : following;
    if (option.takes === 'one' && available === 0)
      throw this.#wrong(option.flag, `expected ${option.collects ? '1' : 'one'} argument`);
    if (option.takes === 'some' && available === 0)
      throw this.#wrong(option.flag, 'expected at least one argument');
    if (option.takes === 'any' || option.takes === 'some') return available;
    return option.takes === 'none' ? 0 : Math.min(1, available);
  }

  #store(option: OptionSpec, words: readonly string[]): void {
    this.#seen.add(option);
    for (const word of words) this.#checkChoice(option.flag, option.choices, word);
    const convertOne = (word: string) =>
      convert(word, option.convert, (why) => this.#wrong(option.flag, why));
    if (option.takes === 'none') this.values.set(option.dest, option.constant ?? true);
    else if (option.collects) this.#collect(option, words[0] ?? '');
    else if (option.takes === 'any' || option.takes === 'some') this.values.set(option.dest, words);
    else this.values.set(option.dest, words[0] === undefined ? null : convertOne(words[0]));
  }

  #collect({ dest, flag }: OptionSpec, word: string): void {
    const before = this.values.get(dest);
    this.values.set(dest, [...(Array.isArray(before) ? before : []), flag, word]);
  }

  /** As many positionals as the words up to the next option can fill. */
  #positionals(from: number): number {
    const run = this.#kinds.slice(from).findIndex((word) => word.kind === 'option');
    const end = run < 0 ? this.#kinds.length : from + run;
    let at = from;
    while (this.#waiting[0]) {
      while (at < end && this.#kinds[at]?.kind === 'dashes') at++;
      const positional = this.#waiting[0];
      if (positional.takes === 'two') {
        if (end - at < 2) break;
        this.values.set(positional.dest, this.#words.slice(at, at + 2));
        at += 2;
      } else if (at < end) this.#fill(positional, this.#words[at++] ?? '');
      else if (positional.takes === 'one') break;
      this.#waiting.shift();
    }
    return at;
  }

  #fill(positional: PositionalSpec, word: string): void {
    this.#checkChoice(positional.dest, positional.choices, word);
    this.values.set(positional.dest, word);
  }

  #checkChoice(name: string, choices: readonly string[] | undefined, word: string): void {
    if (choices && !choices.includes(word)) throw this.#wrong(name, invalidChoice(word, choices));
  }

  #requireAll(): void {
    const options = this.#spec.options.filter((option) => option.required && !this.#seen.has(option));
    const positionals = this.#waiting.filter((positional) => positional.takes !== 'optional');
    const missing = [...options.map((option) => option.flag), ...positionals.map(({ dest }) => dest)];
    if (missing.length > 0)
      throw usageError(`the following arguments are required: ${missing.join(', ')}`, this.#spec.usage);
  }

  #wrong(name: string, why: string): Error {
    return usageError(`argument ${name}: ${why}`, this.#spec.usage);
  }
}

function invalidChoice(word: string, choices: readonly string[]): string {
  const lines: string[] = ['Invalid choice, valid choices are:\n'];
  for (let index = 0; index < choices.length; index += 2)
    lines.push(
      choices
        .slice(index, index + 2)
        .map((choice) => choice.padEnd(40))
        .join(' | '),
    );
  const close = closeMatches(word, choices);
  if (close.length > 0) {
    lines.push(`\n\nInvalid choice: ${reprText(word)}, maybe you meant:\n`);
    lines.push(...close.map((choice) => `  * ${choice}`));
  }
  return lines.join('\n');
}
