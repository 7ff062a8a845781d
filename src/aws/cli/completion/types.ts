import type { OptionSpec } from '../argparse/index.ts';

/** Completions that the words before the cursor allow. */
export interface Grammar {
  /** Subcommands that may stand here; undefined where there are none. */
  readonly subcommands?: readonly string[];
  /** The command's own options, without those of every command. */
  readonly options: readonly OptionSpec[];
}
