/** Options of a command: letters and long names without a value, and those with one. */
export interface CommandOptions {
  /** `v`, `no-indent`. */
  readonly flags: readonly string[];
  /** `n`, `width`; a name that ends in `?` takes a value only where it is joined (`-w8`, `--width=8`). */
  readonly values: readonly string[];
  /** Long name -> the letter that means the same. */
  readonly same?: Readonly<Record<string, string>>;
}

export interface ParsedOptions {
  readonly flags: ReadonlySet<string>;
  /** Values in the order in which they were given. */
  readonly values: readonly (readonly [name: string, value: string])[];
  readonly operands: readonly string[];
}

/** The last value of an option, which wins. */
export const lastValue = ({ values }: ParsedOptions, name: string): string | undefined =>
  values.findLast(([one]) => one === name)?.[1];

/** Parses arguments as getopt_long(3) does: `-vn4`, `-n 4`, `--width=8`, `--`; the message for what the command does not know. */
export function parseOptions(args: readonly string[], spec: CommandOptions): ParsedOptions | string {
  const parser = new OptionParser(args, spec);
  return parser.problem ?? parser;
}

class OptionParser implements ParsedOptions {
  readonly flags = new Set<string>();
  readonly values: [string, string][] = [];
  readonly operands: string[] = [];
  problem: string | undefined;
  readonly #rest: string[];
  readonly #spec: CommandOptions;

  constructor(args: readonly string[], spec: CommandOptions) {
    this.#rest = [...args];
    this.#spec = spec;
    for (let arg = this.#rest.shift(); arg !== undefined && !this.problem; arg = this.#rest.shift()) {
      if (arg === '--') this.operands.push(...this.#rest.splice(0));
      else if (arg.startsWith('--')) this.#long(arg.slice(2));
      else if (arg.startsWith('-') && arg !== '-') this.#letters(arg.slice(1));
      else this.operands.push(arg);
    }
  }

  #long(text: string): void {
    const [, given = '', value] = /^([^=]*)(?:=([\s\S]*))?$/.exec(text) ?? [];
    const name = this.#spec.same?.[given] ?? given;
    if (this.#spec.flags.includes(name) && value === undefined) this.flags.add(name);
    else if (!this.#takesValue(name)) this.problem = `unrecognized option '--${given}'`;
    else this.#take(name, value, `option '--${given}' requires an argument`);
  }

  #letters(text: string): void {
    const letter = text[0] ?? '';
    const joined = text.slice(1);
    if (this.#spec.flags.includes(letter)) {
      this.flags.add(letter);
      if (joined !== '') this.#letters(joined);
    } else if (!this.#takesValue(letter)) this.problem = `invalid option -- '${letter}'`;
    else this.#take(letter, joined || undefined, `option requires an argument -- '${letter}'`);
  }

  #takesValue = (name: string): boolean => this.#spec.values.some((one) => one.replace('?', '') === name);

  #take(name: string, joined: string | undefined, problem: string): void {
    const value = joined ?? (this.#spec.values.includes(`${name}?`) ? '' : this.#rest.shift());
    if (value === undefined) this.problem = problem;
    else this.values.push([name, value]);
  }
}
