import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

const PACKED = 'mkdir -p d; echo one > d/a; echo two > b; zip -qr all.zip d b; rm -r d b';

describe('unzip', () => {
  test.each([
    [
      'unzip all.zip; cat d/a b',
      'Archive:  all.zip\n   creating: d/\n  inflating: d/a\n  inflating: b\none\ntwo\n',
    ],
    ['unzip -q all -d new; cat new/d/a', 'one\n'],
    ['unzip -p all.zip b', 'two\n'],
    ['echo old > b; unzip -qn all.zip b; cat b; unzip -qo all.zip b; cat b', 'old\ntwo\n'],
  ])('%s', async (script, stdout) => {
    expect(await openShell().run(`${PACKED}; ${script}`)).toEqual({ stdout, stderr: '', exitCode: 0 });
  });

  test.each([
    ['unzip none', 9, 'unzip:  cannot find or open none, none.zip or none.ZIP.\n'],
    ['echo x > x.zip; unzip x', 9, 'unzip:  cannot find zipfile directory in x.\n'],
    ['unzip -p all.zip c', 11, 'caution: filename not matched:  c\n'],
    ['touch b; unzip all.zip b', 10, 'unzip: b is there already: give -o to replace it, or -n to keep it\n'],
    [
      'unzip -z all.zip',
      10,
      'unzip: this shell knows `unzip [-o | -n] [-p] [-q] [-d DIRECTORY] ARCHIVE [FILE...]`\n',
    ],
  ])('%s fails with the status of Info-ZIP', async (script, exitCode, stderr) => {
    const output = await openShell().run(`${PACKED}; ${script}`);
    expect(output).toMatchObject({ exitCode, stderr });
  });
});
