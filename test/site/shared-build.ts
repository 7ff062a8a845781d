import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes the folder of the site that the first suite of a run builds. Vitest starts this before all suites. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-site-'));
  process.env.TEJUN_TEST_SITE = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(generatedName(folder), { recursive: true, force: true });
  };
}

/** Docusaurus's own files go beside those of `npm start`, which may be running. */
export function generatedName(folder: string): string {
  return `.docusaurus/test${folder.slice(folder.lastIndexOf('-'))}`;
}
