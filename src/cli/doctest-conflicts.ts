import { say } from '../language/index.ts';
import { type DoctestOptions, shellOf } from './doctest-options.ts';

/** Tells in a sentence why options do not go together; undefined where they do. */
export function optionConflict(options: DoctestOptions): string | undefined {
  const { record, update, add, dryRun, reporter = [] } = options;
  if (dryRun && !update) return say`--dry-run says what --update would write: add --update, or leave it out.`;
  if (add && !update)
    return say`--add says that --update also writes new results: add --update, or leave it out.`;
  const writes = record ? '--record' : update ? '--update' : undefined;
  const refused = refusalOfValues(options, writes) ?? refusalToDerive(options);
  if (refused) return refused;
  if (reporter.includes('compare')) return refusalToCompare(options, writes);
  return refusalInLive(options) ?? (writes && refusalToWrite(options, writes));
}

function refusalOfValues(
  { var: values, envFile, target }: DoctestOptions,
  writes: string | undefined,
): string | undefined {
  const gives = values ? '--var' : envFile === undefined ? undefined : '--env-file';
  if (!gives) return undefined;
  if (target === 'recording')
    return say`A recording has the values of the pages: leave ${gives} or --target recording out.`;
  return writes && say`${writes} keeps what holds for every reader: leave ${gives} out.`;
}

function refusalToDerive(options: DoctestOptions): string | undefined {
  const { reporter = [], outputFile = [] } = options;
  if (![...reporter, ...outputFile.map(({ name }) => name)].includes('policy')) return undefined;
  if (options.target === 'sandbox' && shellOf(options) === 'simulated') return undefined;
  return say`--report policy is derived by the sandbox in this process: leave --target and --shell out.`;
}

function refusalInLive(options: DoctestOptions): string | undefined {
  const { target, watch, testNamePattern, shard, bail, retry, changed } = options;
  if (target !== 'live') return undefined;
  if (retry) return say`--retry would make things in a real account again: leave it out.`;
  if (bail) return say`In a real account the clean-up always runs: leave --bail out.`;
  if (changed) return say`In a real account whole courses are cleaned up: name pages instead of --changed.`;
  if (watch) return say`--watch would use a real account with every edit: leave it or --target live out.`;
  if (testNamePattern !== undefined)
    return say`In a real account whole pages are run: name pages instead of steps.`;
  if (shard)
    return say`--shard would clean up what another share still needs: in a real account leave it out, and name pages.`;
  return undefined;
}

function refusalToCompare(
  { target, watch, testNamePattern, reporter = [], outputFile = [] }: DoctestOptions,
  writes: string | undefined,
): string | undefined {
  if (target !== 'sandbox')
    return say`--report compare runs the sandbox and the recordings itself: leave --target out.`;
  if (reporter.length + outputFile.length > 1)
    return say`--report compare is the only reporter of its run: leave the others out.`;
  const other = writes ?? (watch ? '--watch' : testNamePattern === undefined ? undefined : '-t');
  return other && say`--report compare only shows whole pages, once: leave ${other} out.`;
}

function refusalToWrite(
  { plan, watch, testNamePattern, shard, locale, bail, retry }: DoctestOptions,
  writes: '--record' | '--update',
): string | undefined {
  const instead = writes === '--update' ? say`: --update --dry-run runs the pages and writes nothing` : '';
  if (plan) return say`--plan runs nothing, so that ${writes} would have nothing to write${instead}.`;
  if (watch) return say`${writes} writes once, and --watch runs again and again: leave one of them out.`;
  if (testNamePattern !== undefined) return say`${writes} writes whole pages: name pages instead of steps.`;
  if (bail || retry) return say`${writes} needs one whole run: leave --bail and --retry out.`;
  if (shard)
    return say`${writes} writes whole pages in all their languages, which --shard takes apart: leave it out.`;
  if (locale) return say`${writes} writes what holds in every language: leave --locale out.`;
  return undefined;
}
