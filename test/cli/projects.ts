import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { projectRoot } from './tejun.ts';

const COURSE = 'sts-session-token';
const PAGES = ['docs', 'i18n/en/docusaurus-plugin-content-docs/current', 'test/recordings'];

/** A project of one of this project's courses, with its recordings, to be written in; it is removed with the test. */
export function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-project-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const place of PAGES)
    cpSync(join(projectRoot, place, COURSE), join(folder, place, COURSE), { recursive: true });
  return folder;
}
