import type { Transport } from '../../aws-cli/types.ts';

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
  /** Where `aws` sends its requests. */
  readonly transport: Transport;
  /** The machine's time, with which `aws` signs. */
  wall(): Date;
  /** The practice's time, which `date` and new files show. */
  account(): Date;
  /** What `whoami`, `id` and `ls -l` call the user; `ec2-user` where it is not given. */
  readonly userName?: string;
}
