import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServedSandbox } from '../../aws/sandbox/http/index.ts';
import type { SessionDirectory } from '../../shell/bash/index.ts';
import { quoted } from '../../shell/quoting.ts';
import { findProgram } from './find-aws.ts';

/** Programs that depend on the time, with the options that name a time, and those that set it. */
const PROGRAMS = {
  date: {
    named: '-d* | --date* | -r* | --reference* | -f* | --file* | -s* | --set*',
    set: '-d "+$ahead seconds"',
  },
  oathtool: {
    named: '-N* | --now*',
    set: `--now "$(TZ=UTC printf '%(%F %T UTC)T' $(($(printf '%(%s)T' -1) + ahead)))"`,
  },
};

/**
 * Makes date(1) and oathtool(1) of the machine follow the account's clock: `<Elapse>` moves the account's time, not the
 * machine's. Leaves out what the machine does not have. `path`: the PATH that is searched.
 *
 * @returns the clock to run the practice with
 */
export async function followAccountClock(
  { readonly }: SessionDirectory,
  clock: ServedSandbox['clock'],
  path: string,
): Promise<ServedSandbox['clock']> {
  const ahead = join(readonly, 'ahead-seconds');
  const keepOffset = () => writeFile(ahead, `${Math.round(clock.offset() / 1000)}\n`);
  await keepOffset();
  for (const [name, { named, set }] of Object.entries(PROGRAMS)) {
    const program = findProgram(name, path);
    if (program === undefined) continue;
    const script = scriptOf(program, named, set);
    await writeFile(join(readonly, 'bin', name), script, { mode: 0o755 });
  }
  return {
    ...clock,
    elapse: async (milliseconds) => {
      await clock.elapse(milliseconds);
      await keepOffset();
    },
  };
}

/** Runs the program as it is, too, until time has elapsed. */
const scriptOf = (program: string, named: string, set: string): string => `#!/bin/bash
program=${quoted(program)}
ahead=$(<"\${0%/*}/../ahead-seconds")
((ahead)) || exec "$program" "$@"
for word; do
  case $word in ${named}) exec "$program" "$@" ;; esac
done
exec "$program" ${set} "$@"
`;
