import type { BashOptions } from 'just-bash';

const MIB = 1024 * 1024;
/** Counted by the session while it is open: only limits that begin anew with each run can be of use. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** Commands that one run may take: far beyond any procedure, seconds away for a loop without an end. */
export const MAX_COMMANDS = 50_000;
export const TOO_MANY_COMMANDS = `stopped after ${MAX_COMMANDS} commands: does a loop or a function never end?`;

/** After so much output the interpreter is renewed, long before just-bash's own count ends it. */
export const WORN_BYTES = 8 * MIB;
export const executionLimits: NonNullable<BashOptions['executionLimits']> = {
  maxCommandCount: NEVER,
  maxWorkUnits: NEVER,
  maxInputBytes: NEVER,
  maxExecutionTimeMs: Number.POSITIVE_INFINITY,
  maxCallDepth: 100,
  maxLoopIterations: 20_000,
  maxAwkIterations: 100_000,
  maxSedIterations: 100_000,
  maxJqIterations: 100_000,
  maxGlobOperations: 100_000,
  maxArrayElements: 100_000,
  maxBraceExpansionResults: 10_000,
  maxSourceBytes: 4 * MIB,
  maxHeredocSize: 4 * MIB,
  maxStringLength: 32 * MIB,
  maxOutputSize: 32 * MIB,
  maxLiveBytes: 64 * MIB,
  maxFileSystemBytes: 64 * MIB,
};

/** The exit code with which just-bash ends when one of its limits is reached. */
const LIMIT_EXIT_CODE = 126;

/**
 * Why just-bash gave up, for the writer, and what else stood on stderr; undefined when it did not.
 * It says so in the last line only.
 */
export function limitReached(stderr: string, exitCode: number): { reason: string; rest: string } | undefined {
  if (exitCode !== LIMIT_EXIT_CODE) return undefined;
  const lines = stderr.trimEnd().split('\n');
  const last = lines.pop() ?? '';
  if (!/limit|exceed|too many|maximum/i.test(last)) return undefined;
  const what = last.replace(/^bash: /, '').replace(/, increase executionLimits\.\w+$/, '');
  return {
    reason: `stopped by a limit of the simulated shell: ${what}`,
    rest: lines.map((line) => `${line}\n`).join(''),
  };
}
