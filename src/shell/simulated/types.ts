import type { EffectiveConfig } from '../../aws/cli/index.ts';
import type { AwsHost, AwsOutput, Transport } from '../../aws/cli/types.ts';
import type { Shell } from '../types.ts';

type Aws = (args: readonly string[], host: AwsHost) => Promise<AwsOutput>;

/** Options of a simulated shell, and all that it may see of the outside world. */
export interface SimulatedShellOptions {
  /** Absolute path; `~` and `cd` go there when no HOME is in `env`. */
  readonly home: string;
  /** Absolute path; made where it is missing. */
  readonly cwd: string;
  /** Text of each file by its absolute path. */
  readonly files: Readonly<Record<string, string>>;
  /** Exported variables. */
  readonly env: Readonly<Record<string, string>>;
  /** Implementation of `aws` in place of the built-in one, to which it may hand calls on. */
  readonly aws?: (args: readonly string[], host: AwsHost, builtIn: Aws) => Promise<AwsOutput>;
  /** Transport of `aws` requests. */
  readonly transport: Transport;
  /** The machine's time, with which `aws` signs. */
  wall(): Date;
  /** The practice's time, which `date` and new files show. */
  account(): Date;
  /** Moves the practice's time on, for `sleep` and `aws ... wait`; without it they take no time. */
  elapse?(milliseconds: number): void;
  /** Random bytes of /dev/urandom follow from it. */
  readonly seed?: string;
  /** User name in `whoami`, `id` and `ls -l`; `ec2-user` by default. */
  readonly userName?: string;
  /** Hears what a script prints, statement by statement, also within its loops. */
  printed?: ((text: string) => void) | undefined;
}

/** A session in process, into which one may look while nothing runs in it. */
export interface SimulatedShell extends Shell {
  readonly view: SessionView;
  /** Tells whether a script is incomplete: bash would ask for another line (`> `). */
  isUnfinished(script: string): Promise<boolean>;
}

/** Read-only view of the session after the last command. */
export interface SessionView {
  /** Returns the host of the built-in `aws`; its files are those of the session. */
  host(): AwsHost;
  /** With what `aws` would call now. */
  effectiveConfig(): Promise<EffectiveConfig>;
  /** Names of the variables that are set. */
  variables(): readonly string[];
  /** Names of commands, builtins and functions, sorted. */
  commands(): readonly string[];
  /** Lists a folder, by its absolute path; empty where there is none. */
  list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
}
