import { say } from '../../language/index.ts';
import { UsageError } from '../../project/usage-error.ts';
import type { RunTarget } from './types.ts';

/** Options of a run as given on the command line. */
export interface TargetOptions {
  readonly target: RunTarget['target'];
  readonly shell: RunTarget['shell'];
  /** Path of an AWS CLI, for bash; else the one on the PATH. */
  readonly aws?: string;
  /** Run a real bash even where CI cannot confine it. */
  readonly unconfined?: boolean;
  readonly seed?: string;
  /** URL of an emulator that answers what the sandbox lacks, for bash. */
  readonly upstream?: string;
  /** Keep what `aws` gives. */
  readonly record?: boolean;
  /** Results that are only stale pass as what should stand in the page. */
  readonly update?: boolean;
  /** With `update`: also results where steps have none. */
  readonly add?: boolean;
  /** Milliseconds after which a recording fails its page. */
  readonly maxAge?: number;
  /** The account that may be used (live). */
  readonly accountId?: string;
  /** True where `<Elapse>` really waits (live). */
  readonly wait?: boolean;
}

/** @throws UsageError for what does not go together */
export function validateTargetOptions(choice: TargetOptions): void {
  const wrong = OPTION_CONFLICTS.find(({ holds }) => holds(choice));
  if (wrong) throw new UsageError(wrong.message());
}

const OPTION_CONFLICTS: readonly {
  readonly holds: (choice: TargetOptions) => boolean | undefined;
  /** Said when it is asked for: in the language that is spoken then. */
  readonly message: () => string;
}[] = [
  {
    holds: ({ target, shell }) => target === 'live' && shell === 'simulated',
    message: () => say`--target live runs in a real bash: leave --shell simulated out.`,
  },
  {
    holds: ({ target, update }) => target === 'live' && update,
    message: () =>
      say`--update would write what is in your account into the pages: update them from the sandbox, without --target live.`,
  },
  {
    holds: ({ target, seed }) => target === 'live' && seed !== undefined,
    message: () => say`--seed is about the ids of the sandbox: AWS draws its own. Leave it out.`,
  },
  {
    holds: ({ target, accountId, wait = true }) => target !== 'live' && (accountId !== undefined || !wait),
    message: () => say`--account-id and --no-wait are about a real account: add --target live.`,
  },
  {
    holds: ({ target, shell, upstream }) =>
      upstream !== undefined && (target !== 'sandbox' || shell !== 'bash'),
    message: () =>
      say`--upstream answers what the sandbox of a real bash lacks: add --shell bash, and leave --target out.`,
  },
  {
    holds: ({ shell, aws }) => shell === 'simulated' && aws !== undefined,
    message: () => say`--aws names the AWS CLI of a real bash: add --shell bash.`,
  },
  {
    holds: ({ target, shell, unconfined }) => shell === 'simulated' && target !== 'live' && unconfined,
    message: () => say`--unconfined is about a real bash: add --shell bash.`,
  },
  {
    holds: ({ target, shell }) => target === 'recording' && shell === 'bash',
    message: () =>
      say`--target recording is played in the simulated shell, without an AWS CLI: leave --shell bash out.`,
  },
  {
    holds: ({ record, shell }) => record && shell !== 'bash',
    message: () => say`--record keeps what the real AWS CLI gives: add --shell bash.`,
  },
  {
    holds: ({ record, wait = true }) => record && !wait,
    message: () => say`--record keeps whole pages, of which --no-wait skips steps: leave one of them out.`,
  },
  {
    holds: ({ record, update }) => record && update,
    message: () => say`Update the pages first, then record them: --update and --record do not go together.`,
  },
  {
    holds: ({ target, maxAge }) => maxAge !== undefined && target !== 'recording',
    message: () => say`--max-age is about recordings: add --target recording.`,
  },
];
