import type { Value } from '../argparse/index.ts';
import { expandPath } from '../config/index.ts';
import { parameterError } from '../failures.ts';
import { awsFilesOf } from '../host-files.ts';
import { reprText } from '../python/repr.ts';
import type { AwsHost } from '../types.ts';

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
