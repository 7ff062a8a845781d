import { parseDocument } from 'yaml';
import type { ParsedArguments, Value } from '../argparse/index.ts';
import { invalidParameterFailure, parameterError } from '../failures.ts';
import { isRecord, loadFile } from '../parameters/index.ts';
import { typeName } from '../python/builtins.ts';
import { JsonSyntaxError, parsePythonJson } from '../python/python-json.ts';
import type { AwsHost } from '../types.ts';

const forms = [
  { option: 'cli-input-json', format: 'JSON', parse: readJson },
  { option: 'cli-input-yaml', format: 'YAML', parse: readYaml },
] as const;

/** The options that bring parameters of any name. */
export const cliInputOptions: readonly string[] = forms.map(({ option }) => option);

/** The parameters of `--cli-input-json` or `--cli-input-yaml` (awscli/customizations/cliinput.py). */
export async function cliInput(parsed: ParsedArguments, host: AwsHost): Promise<Record<string, unknown>> {
  const given = forms.filter(({ option }) => parsed.values.has(option));
  if (given.length > 1) throw invalidParameterFailure('Only one --cli-input- parameter may be specified.');
  const [form] = given;
  if (!form) return {};
  const { option, format, parse } = form;
  const text = String(await loadFile(option, parsed.values.get(option) as Value, host));
  const data = parse(text);
  if (data === INVALID) throw parameterError(option, `Invalid ${format} received.`);
  if (!isRecord(data))
    throw parameterError(`--${option}`, `Invalid type: expecting map, received ${typeName(data)}`);
  return data;
}

const INVALID = Symbol('not of the format');

function readJson(text: string): unknown {
  try {
    return parsePythonJson(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return INVALID;
    throw error;
  }
}

function readYaml(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? INVALID : document.toJS();
}
