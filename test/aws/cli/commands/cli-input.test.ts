import { describe, expect, it } from 'vitest';
import { cliInput } from '../../../../src/aws/cli/commands/cli-input.ts';
import { memoryHost } from '../host.ts';

const host = memoryHost({ '/home/me/p.json': '{"UserName": "alice"}' });
const input = (values: Record<string, string>) =>
  cliInput({ values: new Map(Object.entries(values)), extras: [] }, host);

describe('cliInput', () => {
  it.each([
    [{}, {}],
    [{ 'cli-input-json': '{"A": [1]}' }, { A: [1] }],
    [{ 'cli-input-json': 'file://p.json' }, { UserName: 'alice' }],
    [{ 'cli-input-yaml': 'A:\n  - b' }, { A: ['b'] }],
  ])('%j', async (values, expected) => expect(await input(values)).toEqual(expected));

  it.each([
    [
      { 'cli-input-json': '{', 'cli-input-yaml': 'a: b' },
      'Only one --cli-input- parameter may be specified.',
    ],
    [{ 'cli-input-json': '{' }, "Error parsing parameter 'cli-input-json': Invalid JSON received."],
    [{ 'cli-input-yaml': 'a: [' }, "Error parsing parameter 'cli-input-yaml': Invalid YAML received."],
    [{ 'cli-input-json': '[1]' }, "'--cli-input-json': Invalid type: expecting map, received <class 'list'>"],
  ])('refuses %j', async (values, message) => expect(input(values)).rejects.toThrow(message));
});
