import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { confinedOnly, skipsConfined } from '../bubblewrap.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test.skipIf(skipsConfined)(
  confinedOnly('a folder that a page has closed to everyone is removed with the session'),
  () => {
    const module = `
      import { existsSync, mkdirSync, writeFileSync, chmodSync } from 'node:fs';
      import { openSessionDirectory } from './src/shell/bash/index.ts';
      const folder = await openSessionDirectory();
      mkdirSync(folder.home + '/a/closed', { recursive: true });
      writeFileSync(folder.home + '/a/closed/secret', '');
      for (const name of ['/a/closed', '/a']) chmodSync(folder.home + name, 0);
      await folder.reaper.close();
      console.log(existsSync(folder.path));`;
    // Without its capabilities root, too, has to ask for permission.
    const { stdout, stderr } = spawnSync(
      'bwrap',
      [
        ...['--dev-bind', '/', '/', '--unshare-user', '--cap-drop', 'ALL', '--chdir', root],
        ...[process.execPath, '--import', 'tsx', '--input-type=module', '--eval', module],
      ],
      { encoding: 'utf8' },
    );
    expect({ stdout, stderr }).toEqual({ stdout: 'false\n', stderr: '' });
  },
);
