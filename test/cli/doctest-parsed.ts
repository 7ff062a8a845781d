import { Command } from 'commander';
import { type DoctestOptions, withDoctestOptions } from '../../src/cli/doctest-options.ts';

/** Options of `tejun doctest` as a command line gives them. */
export function parsed(...args: string[]): DoctestOptions {
  const command = withDoctestOptions(
    new Command().exitOverride().configureOutput({ writeErr: () => undefined }),
  );
  return command.parse(args, { from: 'user' }).opts();
}
