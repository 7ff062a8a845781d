import { mkdirSync, writeFileSync } from 'node:fs';
import { execa } from 'execa';
import { kebabName } from '../../src/aws/cli/commands/arguments.ts';
import { configureCommands } from '../../src/aws/cli/configure/index.ts';
import { s3CommandOptions } from '../../src/aws/cli/s3/index.ts';
import type { Manual } from '../../src/aws/manual/index.ts';
import { simulatedOperations } from '../../src/aws/sandbox/services/index.ts';
import { type ServiceId, services } from '../../src/aws/wire/models/index.ts';
import { requireAws } from './aws.ts';

const FOLDER = 'src/aws/manual/texts';

/** Commands that are no operations of their service, and are simulated. */
const CUSTOM: Readonly<Partial<Record<ServiceId, string>>> = { logs: 'tail', cloudformation: 'deploy' };

/** Writes what AWS CLI 2.9.19 says about each simulated command, its options and the keys of its result. */
export async function recordCliManual(names: readonly string[]): Promise<void> {
  await requireAws();
  mkdirSync(FOLDER, { recursive: true });
  const wanted: Record<string, readonly string[]> = {
    s3: Object.keys(s3CommandOptions),
    configure: configureCommands,
  };
  for (const id of Object.keys(services) as ServiceId[])
    wanted[id === 's3' ? 's3api' : id] = [...simulatedOperations(id).map(kebabName), CUSTOM[id] ?? []].flat();
  wanted.aws = Object.keys(wanted);
  for (const [command, subcommands] of Object.entries(wanted)) {
    if (names.length > 0 && !names.includes(command)) continue;
    const script = `${import.meta.dirname}/cli-manual.py`;
    // The CLI is a package of the system's Python.
    const env = { PYTHONPATH: process.env.AWS_CLI_PYTHONPATH ?? '/usr/lib/python3/dist-packages' };
    const { stdout } = await execa('/usr/bin/python3', [script, command, ...subcommands], { env });
    writeFileSync(`${FOLDER}/${command}.json`, `${asLines(JSON.parse(stdout))}\n`);
  }
}

/** A line for each command and each structure: a diff shows which have changed. */
function asLines({ about, commands, structures }: Manual): string {
  const lines = (entries: object) =>
    Object.entries(entries)
      .map(([name, entry]) => `  ${JSON.stringify(name)}: ${JSON.stringify(entry)}`)
      .join(',\n');
  return `{ "about": ${JSON.stringify(about)},\n"commands": {\n${lines(commands)}\n},\n"structures": {\n${lines(structures)}\n} }`;
}
