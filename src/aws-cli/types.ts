/** Sends a signed request to AWS, or to what stands for it. Rejects when nothing answers. */
export type Transport = (request: Request) => Promise<Response>;

/** Everything of the outside world that the built-in `aws` may see. */
export interface AwsHost {
  /** Exported variables only. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Text of a file, absolute path; undefined when there is none. */
  readFile(path: string): Promise<string | undefined>;
  readonly transport: Transport;
  /** The machine's time, used for signing. */
  now(): Date;
}

export interface AwsOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}
