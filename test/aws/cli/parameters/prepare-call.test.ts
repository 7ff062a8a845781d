import { describe, expect, it } from 'vitest';
import { loadCliModel } from '../../../../src/aws/cli/model/index.ts';
import type { Shape } from '../../../../src/aws/cli/parameters/index.ts';
import { prepareCall, toSdkInput } from '../../../../src/aws/cli/parameters/prepare-call.ts';
import { loadService } from '../../../../src/aws/wire/models/index.ts';

const shape = (kind: Shape['kind'], rest: Partial<Shape> = {}): Shape => ({
  ...{ kind, streaming: false, name: '', members: () => [], item: () => shape('string') },
  ...rest,
});

describe('prepareCall', () => {
  const prepare = async (operation: string, input: Record<string, unknown>) =>
    prepareCall(await loadService('iam'), await loadCliModel('iam'), operation, input);

  it('leaves out what is undefined', async () => {
    const [schema, input] = await prepare('GetUser', { UserName: 'alice', Other: undefined });
    expect(schema[2]).toBe('GetUser');
    expect(input).toEqual({ UserName: 'alice' });
  });

  it('holds parameters to the model', async () => {
    await expect(prepare('GetUser', { UserName: '' })).rejects.toThrow(
      'Invalid length for parameter UserName',
    );
    await expect(prepare('Nothing', {})).rejects.toThrow('the SDK has no Nothing');
  });
});

describe('toSdkInput', () => {
  it('makes dates of times, and bytes of blobs', () => {
    expect(toSdkInput('2021-12-20T09:00:00Z', shape('timestamp'), false)).toEqual(
      new Date('2021-12-20T09:00:00Z'),
    );
    expect(toSdkInput('aGk=', shape('blob'), false)).toEqual(new TextEncoder().encode('hi'));
    expect(toSdkInput('hi', shape('blob'), true)).toEqual(new TextEncoder().encode('hi'));
    expect(() => toSdkInput('%', shape('blob'), false)).toThrow('Invalid base64: "%"');
  });

  it('goes into lists, maps and structures, and keeps what has no shape', () => {
    const blobs = { item: () => shape('blob') };
    const member = { name: 'B', shape: shape('list', blobs), required: false, newerThanCli: false };
    const structure = shape('structure', { members: () => [member] });
    expect(toSdkInput({ B: ['aGk='], C: 1 }, structure, false)).toEqual({
      B: [Uint8Array.of(104, 105)],
      C: 1,
    });
    expect(toSdkInput({ a: 'aGk=' }, shape('map', blobs), false)).toEqual({ a: Uint8Array.of(104, 105) });
  });
});
