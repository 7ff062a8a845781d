import type { OptionSpec } from '../argparse/index.ts';

/** What the words before the cursor ask for. */
export interface Grammar {
  /** Subcommands that may stand here; undefined where there are none. */
  readonly subcommands?: readonly string[];
  /** The command's own options, without those of every command. */
  readonly options: readonly OptionSpec[];
}
