import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import { fileOutput, operationArguments } from '../../../../src/aws/cli/commands/operation-options.ts';
import { loadCliModel } from '../../../../src/aws/cli/model/index.ts';
import { shapeOf } from '../../../../src/aws/cli/parameters/index.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';
import { memoryHost, textOf } from '../host.ts';

async function schemaOf(id: ServiceId, operation: string) {
  const [service, model] = await Promise.all([loadService(id), loadCliModel(id)]);
  const schema = service.operation(operation);
  if (!schema) throw new Error(`no ${operation}`);
  return { schema, model, shape: shapeOf(NormalizedSchema.of(schema[4] as never), model) };
}

const flagsOf = async (id: ServiceId, operation: string) => {
  const { schema, shape, model } = await schemaOf(id, operation);
  return operationArguments(schema, shape, model, false).map(({ option }) => option.flag);
};

describe('operationArguments', () => {
  it('adds and takes away what the CLI does for single operations', async () => {
    expect(await flagsOf('ec2', 'AuthorizeSecurityGroupIngress')).toContain('--source-group');
    const flags = await flagsOf('ec2', 'RunInstances');
    expect(flags).toContain('--count');
    expect(flags).not.toContain('--min-count');
  });
});

describe('fileOutput', () => {
  it('writes the body of a response, and prints the rest', async () => {
    const { schema } = await schemaOf('s3', 'GetObject');
    const output = fileOutput(schema);
    expect(output.positionals).toEqual([{ kind: 'positional', dest: 'outfile', takes: 'one' }]);
    const host = memoryHost();
    const save = await output.prepare(new Map([['outfile', 'got.txt']]), host);
    expect(await save({ ETag: 'e', Body: new TextEncoder().encode('hello') })).toEqual({ ETag: 'e' });
    expect(await textOf(host, '/home/me/got.txt')).toBe('hello');
  });

  it('names a folder, or no file, as Python does', async () => {
    const { schema } = await schemaOf('s3', 'GetObject');
    const save = async (outfile: string) => {
      const prepared = await fileOutput(schema).prepare(new Map([['outfile', outfile]]), memoryHost());
      return prepared({ Body: new Uint8Array() });
    };
    await expect(save('')).rejects.toThrow("[Errno 2] No such file or directory: ''");
    await expect(save('/home/me')).rejects.toThrow("[Errno 21] Is a directory: '/home/me'");
    await expect(save('no/file')).rejects.toThrow("[Errno 2] No such file or directory: 'no/file'");
  });

  it('writes the seed of a device, and shows neither form of it', async () => {
    const { schema } = await schemaOf('iam', 'CreateVirtualMFADevice');
    const host = memoryHost();
    const values = new Map([
      ['outfile', 'seed'],
      ['bootstrap-method', 'Base32StringSeed'],
    ]);
    const save = await fileOutput(schema).prepare(values, host);
    const device = { SerialNumber: 'arn', Base32StringSeed: btoa('SEED'), QRCodePNG: 'x' };
    expect(await save({ VirtualMFADevice: device })).toEqual({ VirtualMFADevice: { SerialNumber: 'arn' } });
    expect(await textOf(host, '/home/me/seed')).toBe('SEED');
  });

  it('looks for the folder before it asks for a device', async () => {
    const { schema } = await schemaOf('iam', 'CreateVirtualMFADevice');
    const values = new Map([['outfile', 'no/seed']]);
    await expect(fileOutput(schema).prepare(values, memoryHost())).rejects.toThrow(
      'Unable to write to file: no/seed',
    );
  });

  it('changes nothing of other operations', async () => {
    const { schema } = await schemaOf('iam', 'ListUsers');
    const answer = { Users: [] };
    expect(await (await fileOutput(schema).prepare(new Map(), memoryHost()))(answer)).toBe(answer);
  });
});
