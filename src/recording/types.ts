/** Output of a run with its provenance: `test/recordings/<course>/<page>.json`. */
export interface Recording {
  /** The page's id; the recording serves it in every language. */
  readonly page: string;
  readonly provenance: RecordingProvenance;
  /** The steps that called `aws`, in the order of the page. */
  readonly steps: readonly RecordedStep[];
}

export interface RecordingProvenance {
  /** When the run began: ISO 8601, UTC. */
  readonly date: string;
  /** `emulator`: the sandbox, and an emulator for what the sandbox has not (`--upstream`). */
  readonly target: 'sandbox' | 'emulator' | 'live';
  /** Version of `aws`, as its `--version` prints it. */
  readonly cli: string;
  /** The regions that the environment named; empty where it named none. */
  readonly regions: readonly string[];
  /** Languages whose runs made the same calls. */
  readonly locales: readonly string[];
}

export interface RecordedStep {
  readonly id: string;
  readonly script: string;
  /** The account's time when the step ended: ISO 8601, UTC. */
  readonly endedAt: string;
  /** In the order in which they were started. */
  readonly calls: readonly RecordedCall[];
}

/** One call of `aws`. Nothing in it is secret: see `scrub/`. */
export interface RecordedCall {
  /** Without `aws` itself. */
  readonly arguments: readonly string[];
  readonly stdout: Content;
  readonly stderr: Content;
  readonly exitCode: number;
  /** Files that the call wrote. */
  readonly files: readonly RecordedFile[];
  /** Absolute paths of files that the call deleted. */
  readonly removed: readonly string[];
}

export interface RecordedFile {
  /** Absolute, in the home that every run shows. */
  readonly path: string;
  /** Octal: `600`. */
  readonly mode: string;
  readonly content: Content;
}

/** Text, or bytes that are none in base64. */
export type Content = string | { readonly base64: string };
