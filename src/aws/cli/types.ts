import type { Message } from '../wire/message/index.ts';

/** Sends a signed request to AWS, or to what stands for it. Rejects when nothing answers. */
export type Transport = (request: Message) => Promise<Response>;

/** Everything of the outside world that the built-in `aws` may see. */
export interface AwsHost {
  /** Exported variables only. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Text of a file, absolute path; undefined when there is none. */
  readFile(path: string): Promise<string | undefined>;
  /** Without it, commands that write files or need their bytes say so. */
  readonly files?: AwsFiles;
  /** Input of `-` in `aws s3 cp`; empty where it is not given. */
  readonly stdin?: Uint8Array;
  readonly transport: Transport;
  /** The machine's time, used for signing. */
  now(): Date;
  /** The time by which temporary credentials end, where that is another than the machine's. */
  accountNow?(): Date;
  /** Waits before a request is tried again, and between the calls of `wait`; without it there is no wait. */
  sleep?(milliseconds: number): Promise<void>;
}

/** A host's files by absolute path. What fails rejects with an error whose message is for the user. */
export interface AwsFiles {
  /** Undefined when there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Undefined when there is nothing; links are followed. */
  stat(path: string): Promise<FileStat | undefined>;
  /** Of a link itself; a host without links leaves it out. */
  isLink?(path: string): Promise<boolean>;
  /** Names in a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Replaces the whole file; its folder exists. `secret`: for the user's eyes only. */
  write(path: string, content: Uint8Array, options?: { readonly secret?: boolean }): Promise<void>;
  /** With the folders above it. */
  makeFolder(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  setModified(path: string, time: Date): Promise<void>;
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'special';
  readonly size: number;
  readonly modified: Date;
}

export interface AwsOutput {
  readonly stdout: string;
  /** Binary output, such as an object's content. `stdout` is then empty. */
  readonly bytes?: Uint8Array;
  readonly stderr: string;
  readonly exitCode: number;
}
