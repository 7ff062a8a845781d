import type { ProcessReaper } from './process-reaper.ts';

/** The place of one session on this machine. It is removed at the end, however this process ends. */
export interface SessionDirectory {
  /** Absolute path, mode 0700. */
  readonly path: string;
  readonly home: string;
  /** Folder that scripts may read but not change, at the same path inside; programs in its `bin` come first. */
  readonly readonly: string;
  /** Named pipes of the output streams, which scripts may not replace. */
  readonly streams: string;
  readonly reaper: ProcessReaper;
}

/** Options of a real bash. Paths are those of the pages, wherever they really are. */
export interface BashShellOptions {
  readonly folder: SessionDirectory;
  /** `/home/ec2-user`; the home really is there where the shell is confined, else only looks so. */
  readonly home: string;
  /** Absolute path below the home. */
  readonly cwd: string;
  /** Text of each file by its absolute path below the home; for the user's eyes only. */
  readonly files: Readonly<Record<string, string>>;
  /** All exported variables: nothing is inherited. `bin` of the folder's supplies stands before this PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Bubblewrap keeps it from writing elsewhere; without, it may do what the user may. */
  readonly confinement?: Confinement;
}

export interface Confinement {
  /** A port of 127.0.0.1 that leads to a Unix socket, and is then all there is of a network; else the machine's. */
  readonly gateway?: Gateway;
  /** Absolute paths of further folders that may be written, at the same place as outside. */
  readonly writable?: readonly string[];
  /** Absolute paths of folders that are seen even where what is around them is hidden, as in /tmp. */
  readonly readable?: readonly string[];
}

interface Gateway {
  readonly port: number;
  /** Absolute path. */
  readonly socket: string;
}
