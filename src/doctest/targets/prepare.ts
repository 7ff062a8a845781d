import { delimiter } from 'node:path';
import { DEFAULT_SEED, HOME } from '../../practice/index.ts';
import { findBubblewrap } from '../../shell/bash/index.ts';
import { UsageError } from '../errors.ts';
import type { Provenance } from '../report/types.ts';
import { findAws, findProgram } from './find-aws.ts';
import type { BashTools, RunTarget } from './types.ts';

/** What was asked for, as the command line understands it. */
export interface RunChoice {
  readonly target: RunTarget['target'];
  readonly shell: RunTarget['shell'];
  /** Path of an AWS CLI, for bash; else the one on the PATH. */
  readonly aws?: string;
  readonly seed?: string;
}

/** A run that can begin: what it needs has been found. */
export interface PreparedRun {
  readonly target: RunTarget;
  readonly seed: string;
  readonly provenance: Provenance;
  /** What the writer should know before the run, a line each. */
  readonly notes: readonly string[];
}

/** What the machine says of itself. `aws`: path of an AWS CLI, where none is asked for by name. */
export interface Machine {
  readonly now: Date;
  readonly path: string;
  readonly aws?: string;
}

/** Finds what a run needs on this machine. @throws UsageError where something lacks. */
export async function prepareRun(choice: RunChoice, machine: Machine): Promise<PreparedRun> {
  const { target, shell, seed = DEFAULT_SEED } = choice;
  const provenance = { date: machine.now.toISOString(), target, shell, cli: 'built-in', seed };
  if (shell === 'simulated') {
    if (choice.aws !== undefined)
      throw new UsageError('--aws names the AWS CLI of a real bash: add --shell bash.');
    return { target: { target, shell }, seed, provenance, notes: [] };
  }
  const { tools, cli, notes } = await findBashTools(choice.aws ?? machine.aws, machine.path);
  return { target: { target, shell, ...tools }, seed, provenance: { ...provenance, cli }, notes };
}

async function findBashTools(
  aws: string | undefined,
  hostPath: string,
): Promise<{ tools: BashTools; cli: string; notes: string[] }> {
  const path = withoutNpm(hostPath);
  if (process.platform === 'win32')
    throw new UsageError('--shell bash needs Linux or macOS; on Windows, WSL.');
  if (!findProgram('bash', path))
    throw new UsageError('There is no bash on the PATH, which --shell bash needs.');
  const [{ file, version }, bubblewrap] = await Promise.all([findAws(aws, path), findBubblewrap(HOME)]);
  const tools = { aws: file, path, isConfined: bubblewrap.works };
  const notes = bubblewrap.works
    ? []
    : [`Commands run as you, and may write outside of their home: ${bubblewrap.reason}.`];
  return { tools, cli: version, notes };
}

/** What npm puts on the PATH of its scripts is not there for readers. */
function withoutNpm(path: string): string {
  return path
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin$|node-gyp-bin$/.test(folder))
    .join(delimiter);
}
