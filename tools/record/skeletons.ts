import { writeFileSync } from 'node:fs';
import { execa } from 'execa';
import { services } from '../../src/aws/wire/models/index.ts';
import { requireAws } from './aws.ts';

/** Writes the hashes of every `--generate-cli-skeleton` of the services named, or of all. */
export async function recordSkeletons(names: readonly string[]): Promise<void> {
  await requireAws();
  for (const id of names.length > 0 ? names : Object.keys(services)) {
    const script = `${import.meta.dirname}/skeletons.py`;
    // The CLI is a package of the system's Python.
    const env = { PYTHONPATH: process.env.AWS_CLI_PYTHONPATH ?? '/usr/lib/python3/dist-packages' };
    const { stdout } = await execa('/usr/bin/python3', [script, id], { env });
    writeFileSync(`test/fixtures/aws/cli-skeletons/${id}.txt`, `${stdout}\n`);
  }
}
