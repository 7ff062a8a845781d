import type { StaticOperationSchema } from '@smithy/types';
import type { OptionSpec, Value } from '../argparse/index.ts';
import { expandPath } from '../config/index.ts';
import { generalError, invalidParameterFailure } from '../failures.ts';
import { awsFilesOf, folderOf, writeFile } from '../host-files.ts';
import type { CliModel } from '../model/index.ts';
import type { Shape } from '../parameters/index.ts';
import { streamMember } from '../response/index.ts';
import type { AwsHost } from '../types.ts';
import { type Argument, argumentTable } from './arguments.ts';
import { valued } from './custom.ts';
import { putMetricDataOptions } from './put-metric-data-options.ts';
import { membersWithOptions, runInstancesOptions } from './run-instances-options.ts';
import { securityGroupOptions } from './security-group-options.ts';
import { zipFileOptions } from './zip-file-options.ts';

/** Lists all options of an operation, with those that the CLI adds to single operations or takes away from them. */
export function operationArguments(
  schema: StaticOperationSchema,
  shape: Shape,
  { pagination }: CliModel,
  skipRequired: boolean,
): Argument[] {
  const operation = schema[2];
  return argumentTable(
    operation,
    membersWithOptions(operation, shape.members()),
    pagination[operation],
    skipRequired,
    [
      ...securityGroupOptions(operation),
      ...runInstancesOptions(operation),
      ...zipFileOptions(operation, shape.members()),
      ...putMetricDataOptions(operation, shape.members()),
    ],
  );
}

type Data = Record<string, unknown>;
type Values = ReadonlyMap<string, Value>;

/** Writes what belongs into a file, and gives what is left to print. */
export type Save = (answer: Data) => Promise<Data>;

/** Command-line argument of an operation whose response body goes to a file. */
export interface FileOutput {
  readonly options: readonly OptionSpec[];
  readonly positionals: readonly { kind: 'positional'; dest: string; takes: 'one' }[];
  /** Throws for a file that cannot be written, where the CLI looks before it asks. */
  prepare(values: Values, host: AwsHost): Promise<Save>;
}

const none: FileOutput = { options: [], positionals: [], prepare: async () => async (answer) => answer };

export function fileOutput(schema: StaticOperationSchema): FileOutput {
  if (schema[2] === 'CreateVirtualMFADevice') return bootstrap;
  const member = streamMember(schema);
  return member === undefined ? none : streamed(member);
}

/** `aws s3api get-object ... OUTFILE` (customizations/streamingoutputarg.py). */
function streamed(member: string): FileOutput {
  return {
    options: [],
    positionals: [{ kind: 'positional', dest: 'outfile', takes: 'one' }],
    prepare: async (values, host) => async (answer) => {
      const { [member]: content, ...rest } = answer;
      const file = String(values.get('outfile'));
      if (file === '') throw generalError("[Errno 2] No such file or directory: ''");
      await writeFile(host, file, content as Uint8Array);
      return rest;
    },
  };
}

const choices = ['QRCodePNG', 'Base32StringSeed'] as const;

/** `aws iam create-virtual-mfa-device --outfile F --bootstrap-method M` (customizations/iamvirtmfa.py). */
const bootstrap: FileOutput = {
  options: [valued('outfile', { required: true }), valued('bootstrap-method', { choices, required: true })],
  positionals: [],
  async prepare(values, host) {
    const path = expandPath(String(values.get('outfile')), host);
    const folder = await awsFilesOf(host, 'writing of files').stat(folderOf(path));
    if (folder?.kind !== 'folder')
      throw invalidParameterFailure(`Unable to write to file: ${values.get('outfile')}`);
    return async (answer) => {
      const device = { ...(answer.VirtualMFADevice as Data) };
      const seed = device[String(values.get('bootstrap-method'))];
      if (typeof seed !== 'string') return answer;
      await writeFile(
        host,
        path,
        Uint8Array.from(atob(seed), (char) => char.charCodeAt(0)),
      );
      for (const choice of choices) delete device[choice];
      return { ...answer, VirtualMFADevice: device };
    };
  },
};
