import { parseDocument } from 'yaml';
import { expandPath } from '../config/index.ts';
import { generalError, invalidParameterFailure } from '../failures.ts';
import { isRecord, loadFile } from '../parameters/index.ts';
import { reprText } from '../python/builtins.ts';
import type { AwsHost } from '../types.ts';

/** Reads the template of `--template-file`: its text, its size in bytes and the names of its parameters. Throws a CliFailure. */
export async function readTemplateFile(path: string, host: AwsHost) {
  const text = await host.readFile(expandPath(path, host));
  if (text === undefined) throw generalError(`Invalid template path ${path}`);
  const data: unknown = parseDocument(text, { logLevel: 'silent' }).toJS();
  const declared = isRecord(data) && isRecord(data.Parameters) ? data.Parameters : {};
  return { text, size: new TextEncoder().encode(text).length, parameters: Object.keys(declared) };
}

/** Values of parameters by name, in any of the forms that the CLI takes. */
export async function readOverrides(given: unknown, host: AwsHost): Promise<Record<string, string>> {
  const loaded = await loadFile('--parameter-overrides', given as readonly string[], host);
  const text = typeof loaded === 'string' ? loaded : (loaded as readonly string[])[0];
  const data = text === undefined ? undefined : parseJson(text, typeof loaded === 'string');
  if (data === undefined) return keyValues(given, 'parameter-overrides');
  if (isRecord(data) && isRecord(data.Parameters)) return data.Parameters as Record<string, string>;
  if (
    Array.isArray(data) &&
    data.every((one) => isRecord(one) && 'ParameterKey' in one && 'ParameterValue' in one)
  )
    return Object.fromEntries(data.map((one) => [one.ParameterKey, one.ParameterValue]));
  if (Array.isArray(data) && data.every((one) => typeof one === 'string' && one.includes('=')))
    return keyValues(data, 'parameter-overrides');
  throw invalidParameterFailure(
    'JSON passed to --parameter-overrides must be one of the formats: ["Key1=Value1","Key2=Value2", ...] , [{"ParameterKey": "Key1", "ParameterValue": "Value1"}, ...] , ["Parameters": {"Key1": "Value1", "Key2": "Value2", ...}]',
  );
}

/** JSON as data; undefined for other text, which only a file must not have. */
function parseJson(text: string, isFile: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (isFile) throw generalError(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** `['a=1', 'b=2']` -> `{ a: '1', b: '2' }` */
export function keyValues(given: unknown, option: string): Record<string, string> {
  return Object.fromEntries(
    [given as string | readonly string[]].flat().map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0)
        throw generalError(`[${reprText(pair)}] value passed to --${option} must be of format Key=Value`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
