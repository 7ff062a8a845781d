import { expandPath } from './config/index.ts';
import { CliFailure, generalError, notBuiltIn } from './failures.ts';
import { reprText } from './python/repr.ts';
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
