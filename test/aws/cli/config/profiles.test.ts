import { describe, expect, it } from 'vitest';
import {
  expandNames,
  expandPath,
  profileSettings,
  readSharedFiles,
} from '../../../../src/aws/cli/config/profiles.ts';
import { memoryHost } from '../host.ts';

const host = { env: { HOME: '/home/me', DIR: 'd' }, cwd: '/home/me/work' };

describe('paths as os.path expands them', () => {
  it.each([
    ['a/b', '/home/me/work/a/b'],
    ['/a', '/a'],
    ['~', '/home/me'],
    ['~/a', '/home/me/a'],
    ['~you/a', '/home/me/work/~you/a'],
    ['$HOME/${DIR}/$NONE', '/home/me/d/$NONE'],
  ])('%s', (path, expected) => expect(expandPath(path, host)).toBe(expected));

  it('keeps a relative path where only names are expanded', () => {
    expect(expandNames('$DIR/a', host)).toBe('d/a');
    expect(expandNames('~/a', { env: {} })).toBe('//a');
  });
});

const CONFIG =
  '[default]\nregion = r1\n[profile dev]\nregion = r2\n[profile "two words"]\noutput = text\n[other]\nregion = r3\n';
const CREDENTIALS = '[dev]\naws_access_key_id = AKIA\nregion = r4\n';

describe('profiles', () => {
  it('are those of both files, the credentials winning', async () => {
    const files = await readSharedFiles(
      memoryHost({ '/home/me/.aws/config': CONFIG, '/home/me/.aws/credentials': CREDENTIALS }),
    );
    expect([...files.config.keys()]).toEqual(['default', 'dev', 'two words']);
    expect(Object.fromEntries(profileSettings(files, 'dev') ?? [])).toEqual({
      region: 'r4',
      aws_access_key_id: 'AKIA',
    });
    expect(profileSettings(files, 'other')).toBeUndefined();
  });

  it('are read from the files that variables name', async () => {
    const { env, ...rest } = memoryHost({ '/home/me/c.ini': CREDENTIALS });
    const named = { ...env, AWS_SHARED_CREDENTIALS_FILE: '~/c.ini' };
    expect((await readSharedFiles({ ...rest, env: named })).credentials.has('dev')).toBe(true);
  });

  it('names a broken file as it was named', async () => {
    await expect(readSharedFiles(memoryHost({ '/home/me/.aws/config': 'region = r' }))).rejects.toThrow(
      'Unable to parse config file: /home/me/.aws/config',
    );
  });
});
