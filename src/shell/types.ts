/** A stretch of output on one stream. */
export interface OutputChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** Result of one run of a script in a shell session. */
export interface ShellOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The same in the order in which it was printed, where the shell knows it and that was not first all of stdout. */
  readonly pieces?: readonly OutputChunk[];
  /** Why the script did not end by itself: time or another limit was used up. */
  readonly stopped?: string;
  /** The script ended the shell (`exit`, `set -e`); the session goes on in a new one with the same files. */
  readonly ended?: boolean;
}

export interface RunOptions {
  /** Real milliseconds after which the script is stopped. */
  readonly timeoutMs?: number;
}

/** State of a session between two runs, as the last one left it. */
export interface ShellState {
  /** Values of the variables, exported or not; arrays are left out. */
  variables(): Promise<ReadonlyMap<string, string>>;
  /** Text of a file of the session; undefined where there is none. A relative path begins at the working directory. */
  readFile(path: string): Promise<string | undefined>;
}

/** A shell session that keeps its state (variables, functions, cwd, files) from run to run. */
export interface Shell {
  /** Never rejects for anything the script does; one run at a time, later ones wait their turn. */
  run(script: string, options?: RunOptions): Promise<ShellOutput>;
  readonly state: ShellState;
  close(): Promise<void>;
}
