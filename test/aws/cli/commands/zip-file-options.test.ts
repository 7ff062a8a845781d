import { describe, expect, it } from 'vitest';
import { zipFileOptions } from '../../../../src/aws/cli/commands/zip-file-options.ts';
import type { Member, Shape } from '../../../../src/aws/cli/parameters/index.ts';

const text: Shape = {
  ...{ kind: 'string', streaming: false, name: '' },
  members: () => [],
  item: () => text,
};
const member = (name: string, shape: Shape): Member => ({
  name,
  required: false,
  newerThanCli: false,
  shape,
});
const code = member('Code', {
  ...{ kind: 'structure', streaming: false, name: 'FunctionCode' },
  members: () => [member('S3Bucket', text), member('ZipFile', text)],
  item: () => text,
});
/** An empty archive: nothing but the end of a directory. */
const ZIP = Uint8Array.from([0x50, 0x4b, 0x05, 0x06, ...Array(18).fill(0)]);

const set = (operation: string, flag: string, value: unknown, parameters: Record<string, unknown> = {}) => {
  const argument = zipFileOptions(operation, [code]).find(({ option }) => option.flag === flag);
  argument?.contribute?.(parameters, value, () => false);
  return parameters;
};

describe('options that take a package', () => {
  it('fill Code of CreateFunction together', () => {
    const parameters = set('CreateFunction', '--code', 'S3Bucket=b');
    expect(set('CreateFunction', '--zip-file', ZIP, parameters)).toEqual({
      Code: { S3Bucket: 'b', ZipFile: ZIP },
    });
  });

  it('are a parameter of UpdateFunctionCode, and of nothing else', () => {
    expect(set('UpdateFunctionCode', '--zip-file', ZIP)).toEqual({ ZipFile: ZIP });
    expect(zipFileOptions('PublishVersion', [code])).toEqual([]);
  });

  it('take an archive with a comment behind it', () => {
    const commented = Uint8Array.from([...ZIP, 0x68, 0x69]);
    expect(set('UpdateFunctionCode', '--zip-file', commented)).toEqual({ ZipFile: commented });
  });

  it.each([['PK'], [new Uint8Array(30)], [new Uint8Array()]])('refuse what is no archive: %j', (value) => {
    expect(() => set('UpdateFunctionCode', '--zip-file', value)).toThrow(
      '--zip-file must be a zip file with the fileb:// prefix.',
    );
  });

  it('refuse a package within --code', () => {
    expect(() => set('CreateFunction', '--code', 'ZipFile=x')).toThrow(
      'ZipFile cannot be provided as part of the --code argument.',
    );
  });
});
