import type { EffectiveConfig } from '../../aws/cli/index.ts';
import type { AwsHost, AwsOutput, Transport } from '../../aws/cli/types.ts';
import type { Shell } from '../types.ts';

/** What a simulated shell begins with, and all that it may see of the outside world. */
export interface SimulatedShellOptions {
  /** Absolute path; `~` and `cd` go there when no HOME is in `env`. */
  readonly home: string;
  /** Absolute path; made where it is missing. */
  readonly cwd: string;
  /** Text of each file by its absolute path. */
  readonly files: Readonly<Record<string, string>>;
  /** Exported variables. */
  readonly env: Readonly<Record<string, string>>;
  /** What runs as `aws`, in place of the built-in one. */
  readonly aws?: (args: readonly string[], host: AwsHost) => Promise<AwsOutput>;
  /** Where `aws` sends its requests. */
  readonly transport: Transport;
  /** The machine's time, with which `aws` signs. */
  wall(): Date;
  /** The practice's time, which `date` and new files show. */
  account(): Date;
  /** Moves the practice's time on, for `sleep` and `aws ... wait`; without it they take no time. */
  elapse?(milliseconds: number): void;
  /** Random bytes of /dev/urandom follow from it. */
  readonly seed?: string;
  /** What `whoami`, `id` and `ls -l` call the user; `ec2-user` where it is not given. */
  readonly userName?: string;
}

/** A session in process, into which one may look while nothing runs in it. */
export interface SimulatedShell extends Shell {
  readonly surroundings: Surroundings;
  /** Whether a script is only the beginning of one: bash would ask for another line (`> `). */
  isUnfinished(script: string): Promise<boolean>;
}

/** What stands around the prompt: as the last run left it. */
export interface Surroundings {
  /** What the built-in `aws` would be given; its files are those of the session. */
  host(): AwsHost;
  /** With what `aws` would call now. */
  effectiveConfig(): Promise<EffectiveConfig>;
  /** Names of the variables that are set. */
  variables(): readonly string[];
  /** Names of commands, builtins and functions, sorted. */
  commands(): readonly string[];
  /** What a folder holds; nothing where there is none. Absolute path. */
  list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
}
