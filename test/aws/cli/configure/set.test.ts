import { describe, expect, it } from 'vitest';
import { changeIni, runSet } from '../../../../src/aws/cli/configure/set.ts';
import { memoryHost, textOf } from '../host.ts';

const region = { name: 'region', value: 'r' };

describe('changeIni leaves every other line as it is', () => {
  it.each([
    ['an empty file', '', region, '[default]\nregion = r\n'],
    ['another section only', '[a]\nx = 1', region, '[a]\nx = 1\n[default]\nregion = r\n'],
    ['a setting', '# c\n[default]\nregion=old\nx = 1\n', region, '# c\n[default]\nregion = r\nx = 1\n'],
    ['the last section', '[default]\nx = 1', region, '[default]\nx = 1\nregion = r\n'],
    [
      'a section before others',
      '[default]\nx = 1\n\n[a]\ny = 2\n',
      region,
      '[default]\nx = 1\nregion = r\n\n[a]\ny = 2\n',
    ],
    [
      'a member of a block',
      '[default]\ns3 =\n  a = 1\n  b = 2\nx = 1\n',
      { name: 's3', member: 'b', value: '3' },
      '[default]\ns3 =\n  a = 1\n  b = 3\nx = 1\n',
    ],
    [
      'a new member of a block',
      '[default]\ns3 =\n  a = 1\nx = 1\n',
      { name: 's3', member: 'b', value: '3' },
      '[default]\ns3 =\n  a = 1\n    b = 3\nx = 1\n',
    ],
    ['a new block', '[default]\n', { name: 's3', member: 'b', value: '3' }, '[default]\ns3 =\n    b = 3\n'],
  ])('%s', (_, before, change, after) => expect(changeIni(before, 'default', change)).toBe(after));

  it('finds the section of a profile whose name is in quotes', () => {
    expect(changeIni('[profile "dev"]\n', 'profile dev', region)).toBe('[profile "dev"]\nregion = r\n');
  });
});

const set = async (varname: string, value: string, changes = {}, files = {}) => {
  const host = memoryHost(files);
  const globals = { color: 'auto', sign: true, paginate: true, ...changes };
  await runSet(new Map(Object.entries({ varname, value })), globals, host);
  return host;
};

describe('runSet', () => {
  it('puts keys into the credentials file, all else into the config file', async () => {
    const host = await set('aws_access_key_id', 'AKIA', { profile: 'dev' });
    expect(await textOf(host, '/home/me/.aws/credentials')).toBe('[dev]\naws_access_key_id = AKIA\n');
    const other = await set('region', 'r', { profile: 'dev' });
    expect(await textOf(other, '/home/me/.aws/config')).toBe('[profile dev]\nregion = r\n');
  });

  it.each([
    ['default.region', '[default]\nregion = v\n'],
    ['profile.dev.region', '[profile dev]\nregion = v\n'],
    ['s3.max_queue', '[default]\ns3 =\n    max_queue = v\n'],
    ['plugins.endpoint', '[plugins]\nendpoint = v\n'],
  ])('%s', async (name, written) => {
    expect(await textOf(await set(name, 'v'), '/home/me/.aws/config')).toBe(written);
  });

  it('quotes the name of a profile that has spaces', async () => {
    const host = await set('region', 'v', { profile: "it's two" });
    expect(await textOf(host, '/home/me/.aws/config')).toBe(`[profile 'it'"'"'s two']\nregion = v\n`);
  });
});
