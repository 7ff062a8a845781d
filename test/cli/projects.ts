import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { projectRoot } from './tejun.ts';

/** A copy of this project's pages and recordings, or of a fixture's, to be written in; it is removed with the test. */
export function copyOfProject(source = projectRoot, parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'tejun-project-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['docs', 'i18n', 'test/recordings'])
    cpSync(join(source, name), join(folder, name), { recursive: true });
  return folder;
}
