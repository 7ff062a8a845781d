import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE } from '../../../plugins/docusaurus/package-folder.ts';

test('it is the folder of this package, with what is read from it', () => {
  expect(JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).name).toBe('tejun');
  for (const part of ['src/embedded', 'src/session/engine/index.ts', 'i18n/en/code.json'])
    expect(existsSync(join(PACKAGE, part)), part).toBe(true);
});
