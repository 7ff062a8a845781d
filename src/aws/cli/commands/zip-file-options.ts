import { invalidParameterFailure } from '../failures.ts';
import { type Member, unpack } from '../parameters/index.ts';
import type { Argument } from './arguments.ts';

type Structure = Record<string, unknown>;

/**
 * Options of Lambda that take a deployment package (awscli/customizations/awslambda.py): `create-function` has one that
 * is no parameter of its own, and its `--code` takes no package.
 *
 * @example aws lambda create-function --function-name hello --zip-file fileb://hello.zip ...
 */
export function zipFileOptions(operation: string, members: readonly Member[]): Argument[] {
  if (operation === 'UpdateFunctionCode')
    return [
      {
        option: { ...ZIP_FILE },
        contribute: (parameters, value) => {
          parameters.ZipFile = checkedZip(value);
        },
      },
    ];
  const code = members.find(({ name }) => name === 'Code');
  if (operation !== 'CreateFunction' || !code) return [];
  return [
    {
      option: { kind: 'option', flag: '--code', dest: 'code', takes: 'one' },
      contribute: (parameters, value) => addCode(parameters, unpack('--code', code.shape, value as string)),
    },
    {
      option: { ...ZIP_FILE },
      contribute: (parameters, value) => addTo(parameters, { ZipFile: checkedZip(value) }),
    },
  ];
}

const ZIP_FILE = { kind: 'option', flag: '--zip-file', dest: 'zip-file', takes: 'one' } as const;

function addCode(parameters: Structure, code: unknown): void {
  if (typeof code !== 'object' || code === null) parameters.Code = code;
  else if ('ZipFile' in code)
    throw invalidParameterFailure(
      "ZipFile cannot be provided as part of the --code argument.  Please use the '--zip-file' option instead to specify a zip file.",
    );
  else addTo(parameters, code);
}

function addTo(parameters: Structure, code: object): void {
  parameters.Code = { ...(parameters.Code as object | undefined), ...code };
}

function checkedZip(value: unknown): unknown {
  if (value instanceof Uint8Array && isZip(value)) return value;
  throw invalidParameterFailure(
    '--zip-file must be a zip file with the fileb:// prefix.\nExample usage:  --zip-file fileb://path/to/file.zip',
  );
}

const END = [0x50, 0x4b, 0x05, 0x06];
const END_BYTES = 22;
const MOST_COMMENT = 65_535;

/** True where the bytes end in a zip file's directory, as Python's `zipfile` looks for it. */
function isZip(bytes: Uint8Array): boolean {
  const first = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1)
    if (END.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
