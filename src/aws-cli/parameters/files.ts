import type { Value } from '../argparse/index.ts';
import { expandPath } from '../config/index.ts';
import { notBuiltIn, parameterError } from '../failures.ts';
import { quoted } from '../python/repr.ts';
import type { AwsHost } from '../types.ts';

/** `file://path` in place of a value: the file's text. Throws when there is no such file. */
export async function loadFile(option: string, value: Value, host: AwsHost): Promise<Value> {
  const text = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof text !== 'string') return value;
  if (text.startsWith('fileb://'))
    throw notBuiltIn('fileb://', 'the built-in reads text; pass the value in base64 instead.');
  if (!text.startsWith('file://')) return value;
  const path = text.slice('file://'.length);
  const content = await host.readFile(expandPath(path, host));
  if (content !== undefined) return content;
  const why = `[Errno 2] No such file or directory: ${quoted(path)}`;
  throw parameterError(option, `Unable to load paramfile ${text}: ${why}`);
}
