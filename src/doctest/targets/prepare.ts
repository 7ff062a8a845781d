import { delimiter } from 'node:path';
import { say } from '../../language/index.ts';
import { DEFAULT_SEED, HOME, type Revising } from '../../practice/index.ts';
import { UsageError } from '../../project/usage-error.ts';
import type { Environment } from '../live/index.ts';
import type { Provenance } from '../report/types.ts';
import { type TargetOptions, validateTargetOptions } from './target-options.ts';
import type { BashTools, RunTarget } from './types.ts';

/** A run that can begin: what it needs has been found. */
export interface PreparedRun {
  readonly target: RunTarget;
  readonly seed: string;
  /** Results that are only stale pass as what should stand in the page. */
  readonly updatesExamples: Revising;
  /** Chains that may run at once. */
  readonly lanes: number;
  readonly provenance: Provenance;
  /** Notes for the writer before the run, a line each. */
  readonly notes: readonly string[];
}

/** Facts of the machine. `aws`: path of an AWS CLI, where none is asked for by name. */
export interface Machine {
  readonly now: Date;
  readonly path: string;
  readonly env: Environment;
  /** Of this process. */
  readonly pid: number;
  readonly cores: number;
  readonly aws?: string;
}

/** Facts of the project that a run needs. */
export interface RunPages {
  /** Absolute path of the project. */
  readonly root: string;
  /** Ids of all pages that will be run, also for the sake of others. */
  readonly pages: readonly string[];
}

/** Seed of a live run: no seed repeats AWS's ids. */
const NO_SEED = '';

/** A recording of another season is worth a notice. */
const OLD_MS = 90 * 86_400_000;

/** Finds what a run needs on this machine and in the project. @throws UsageError where something lacks. */
export async function prepareRun(
  choice: TargetOptions,
  machine: Machine,
  project: RunPages,
): Promise<PreparedRun> {
  validateTargetOptions(choice);
  const {
    target,
    shell,
    seed = DEFAULT_SEED,
    update = false,
    add = false,
    record: records,
    upstream,
  } = choice;
  const updatesExamples: Revising = update && add ? 'adding' : update;
  const now = machine.now.toISOString();
  const provenance = { date: now, target, shell, cli: 'built-in', seed };
  const plain = { seed, updatesExamples, lanes: 1, notes: [] };
  if (target === 'recording') {
    const { recordedVersions } = await import('../recording/check-recordings.ts');
    const { root, pages } = project;
    const cli = `recorded: ${recordedVersions(root, pages).join(', ') || 'nothing'}`;
    const { maxAge } = choice;
    const age = { maxAgeMs: maxAge ?? OLD_MS, mustBeFresh: maxAge !== undefined };
    return {
      ...plain,
      target: { target, shell: 'simulated', root, now, ...age },
      provenance: { ...provenance, cli },
    };
  }
  if (target === 'sandbox' && shell === 'simulated')
    return { ...plain, target: { target, shell, root: project.root }, provenance };
  const { tools, cli, notes } = await findBashTools(choice, machine);
  const inBash = { shell: 'bash', records, ...tools } as const;
  if (target === 'live') {
    const { assertAccountAllowed, findCaller, callerNotes, openLogbook } = await import('../live/index.ts');
    const caller = await findCaller(machine.env);
    assertAccountAllowed(caller, choice.accountId);
    const { accountId } = caller;
    return {
      ...plain,
      notes: [...callerNotes(caller, machine.env), ...notes],
      target: {
        target,
        accountId,
        waits: choice.wait ?? true,
        logbook: openLogbook(project.root, { pid: machine.pid, date: now }),
        ...inBash,
      },
      provenance: { ...provenance, cli, seed: NO_SEED },
    };
  }
  return {
    ...{ seed, updatesExamples, provenance: { ...provenance, cli, ...(upstream && { upstream }) }, notes },
    target: { target, ...inBash, ...(upstream && { upstream }) },
    // Its steps are processes of their own: this one has little to do.
    lanes: machine.cores,
  };
}

async function findBashTools(
  choice: TargetOptions,
  machine: Machine,
): Promise<{ tools: BashTools; cli: string; notes: string[] }> {
  const { findAws, findProgram } = await import('./find-aws.ts');
  const { findBubblewrap } = await import('../../shell/bash/index.ts');
  const path = withoutNpm(machine.path);
  if (process.platform === 'win32')
    throw new UsageError(say`--shell bash needs Linux or macOS; on Windows, WSL.`);
  if (!findProgram('bash', path))
    throw new UsageError(say`There is no bash on the PATH, which --shell bash needs.`);
  const [{ file, version }, bubblewrap] = await Promise.all([
    findAws(choice.aws ?? machine.aws, path),
    findBubblewrap(HOME),
  ]);
  const tools = { aws: file, path, isConfined: bubblewrap.works };
  if (bubblewrap.works) return { tools, cli: version, notes: [] };
  const { reason } = bubblewrap;
  if (isCi(machine.env) && !choice.unconfined)
    throw new UsageError(
      say`On CI, --shell bash runs pages only in a confined shell, as a page could read this job's secrets: ${reason}. Install bubblewrap, or add --unconfined where you trust every page.`,
    );
  return { tools, cli: version, notes: [`${UNCONFINED}: ${reason}.`] };
}

/** CI systems set it to `true`; a person may set it to `false` or to nothing. */
const isCi = ({ CI }: Environment): boolean => CI !== undefined && !['', '0', 'false'].includes(CI);

const UNCONFINED =
  'Commands run as you: they can read your files and the variables of this process (keys and tokens among them), write outside of their home and reach any network';

/** Removes the folders that npm adds to the PATH of its scripts. */
function withoutNpm(path: string): string {
  return path
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin$|node-gyp-bin$/.test(folder))
    .join(delimiter);
}
