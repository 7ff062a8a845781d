import { describe, expect, it } from 'vitest';
import { keyValues, readOverrides, readTemplateFile } from '../../../../src/aws/cli/commands/deploy-input.ts';
import { memoryHost } from '../host.ts';

const TEMPLATE =
  'Parameters:\n  Name: {Type: String}\n  Size: {Type: Number}\nResources: {Q: {Type: !Ref x}}\n';
const host = memoryHost({
  '/home/me/t.yaml': TEMPLATE,
  '/home/me/p.json': '{"Parameters": {"Name": "shop"}}',
  '/home/me/wrong.json': 'a=b',
});

describe('readTemplateFile', () => {
  it('gives text, bytes and the names of the parameters', async () => {
    expect(await readTemplateFile('t.yaml', host)).toEqual({
      ...{ text: TEMPLATE, size: TEMPLATE.length, parameters: ['Name', 'Size'] },
    });
  });

  it('refuses a path that leads nowhere', async () => {
    await expect(readTemplateFile('no.yaml', host)).rejects.toThrow('Invalid template path no.yaml');
  });
});

describe('readOverrides takes all forms of the CLI', () => {
  it.each([
    [['Name=shop', 'Size=2=3'], { Name: 'shop', Size: '2=3' }],
    [['{"Parameters": {"Name": "shop"}}'], { Name: 'shop' }],
    [['[{"ParameterKey": "Name", "ParameterValue": "shop"}]'], { Name: 'shop' }],
    [['["Name=shop"]'], { Name: 'shop' }],
    [['file://p.json'], { Name: 'shop' }],
    [[], {}],
  ])('%j', async (given, expected) => expect(await readOverrides(given, host)).toEqual(expected));

  it.each([
    [['[1]'], 'JSON passed to --parameter-overrides must be one of the formats'],
    [['file://wrong.json'], 'is not valid JSON'],
    [['Name'], "['Name'] value passed to --parameter-overrides must be of format Key=Value"],
  ])('refuses %j', async (given, message) => expect(readOverrides(given, host)).rejects.toThrow(message));
});

it('keyValues splits at the first equals sign', () => {
  expect(keyValues(['a=1', 'b='], 'tags')).toEqual({ a: '1', b: '' });
  expect(() => keyValues(['a'], 'tags')).toThrow("['a'] value passed to --tags must be of format Key=Value");
});
