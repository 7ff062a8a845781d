/** An option, `--name`, as Python's argparse takes it. */
export interface OptionSpec {
  readonly kind: 'option';
  /** With its dashes. */
  readonly flag: string;
  /** Two flags may set one value: `--dry-run` and `--no-dry-run`. */
  readonly dest: string;
  /** How many values follow: `any` is a list, `some` one of at least one, `optional` at most one, `none` makes a flag that sets `constant`. */
  readonly takes: 'one' | 'optional' | 'any' | 'some' | 'none';
  readonly constant?: Value;
  readonly convert?: 'int' | 'float';
  readonly choices?: readonly string[];
  readonly required?: boolean;
  /** Adds its flag and its value to those that stand in `dest` already. */
  readonly collects?: boolean;
}

/** A word without dashes, by its place. */
export interface PositionalSpec {
  readonly kind: 'positional';
  readonly dest: string;
  /** `two` words make a list; both must stand side by side. */
  readonly takes: 'one' | 'optional' | 'two';
  readonly choices?: readonly string[];
}

export interface ParserSpec {
  readonly options: readonly OptionSpec[];
  readonly positionals: readonly PositionalSpec[];
  /** Printed after `usage: ` in place of aws's own. */
  readonly usage?: string;
}

/** `null`: an optional value was left out (`--flag` alone). */
export type Value = string | number | boolean | null | readonly string[];

export interface ParsedArguments {
  /** By `dest`; only what stood on the command line. */
  readonly values: ReadonlyMap<string, Value>;
  /** Words that were not understood, in order. */
  readonly extras: readonly string[];
}
