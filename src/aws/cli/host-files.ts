import type { Value } from './argparse/index.ts';
import { expandPath } from './config/index.ts';
import { CliFailure, generalError, notBuiltIn, parameterError } from './failures.ts';
import { reprText } from './python/builtins.ts';
import type { AwsFiles, AwsHost } from './types.ts';

/** The host's files. Throws where it gives none; `what` needs them. */
export function awsFilesOf(host: AwsHost, what: string): AwsFiles {
  if (host.files) return host.files;
  throw notBuiltIn(what, 'it has no files here; use the real AWS CLI for it.');
}

/** `/a/b` of `/a/b/c`, `/` of `/a`. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** Writes a file that a user named. Throws as Python's `open` does when its folder is missing. */
export async function writeFile(host: AwsHost, path: string, content: Uint8Array): Promise<void> {
  const files = awsFilesOf(host, 'writing of files');
  const absolute = expandPath(path, host);
  if ((await files.stat(absolute))?.kind === 'folder')
    throw generalError(`[Errno 21] Is a directory: ${reprText(path)}`);
  if ((await files.stat(folderOf(absolute)))?.kind !== 'folder')
    throw generalError(`[Errno 2] No such file or directory: ${reprText(path)}`);
  await whatFails(files.write(absolute, content));
}

/** Runs a file operation of the host; turns its error into a failure of the command. */
export async function whatFails<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    if (error instanceof CliFailure) throw error;
    throw generalError(error instanceof Error ? error.message : String(error));
  }
}

/** `file://path` or `fileb://path` in place of a value: the file's text, or bytes. Throws when there is no such file. */
export async function loadFile(option: string, value: Value, host: AwsHost): Promise<Value | Uint8Array> {
  const text = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof text !== 'string') return value;
  const scheme = /^fileb?:\/\//.exec(text)?.[0];
  if (scheme === undefined) return value;
  const path = text.slice(scheme.length);
  const absolute = expandPath(path, host);
  const content =
    scheme === 'file://' ? await host.readFile(absolute) : await awsFilesOf(host, scheme).read(absolute);
  if (content !== undefined) return content;
  const why = `[Errno 2] No such file or directory: ${reprText(path)}`;
  throw parameterError(option, `Unable to load paramfile ${text}: ${why}`);
}

/** The content that an operation sends as a stream: its value is the path of a file. */
export async function loadStream(option: string, value: Value, host: AwsHost): Promise<Uint8Array> {
  const content = await awsFilesOf(host, option).read(expandPath(String(value), host));
  if (content) return content;
  throw parameterError(option, 'Blob values must be a path to a file.');
}
