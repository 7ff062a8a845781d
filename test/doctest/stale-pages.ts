import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { contents } from '../cli/tejun.ts';

/** The page that tests make stale. */
export const PAGE = 'sts-session-token/run-commands.mdx';
export const LANGUAGES = ['docs', 'i18n/en/docusaurus-plugin-content-docs/current'];

/** Makes examples stale, in all languages or in some. */
export function edit(
  project: string,
  edits: readonly (readonly [string, string])[],
  languages = LANGUAGES,
  page = PAGE,
): void {
  for (const language of languages) {
    const path = join(project, language, page);
    const before = readFileSync(path, 'utf8');
    const after = edits.reduce((text, [from, to]) => text.replace(from, to), before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  }
}

/** Texts of the page, and what they were before. */
export const STALE = [
  ['"State": "available"', '"State": "pending"'],
  ['"InstanceTenancy": "default",\n', ''],
  ['09:00:00 example-bucket', '09:00:00 old-bucket'],
  ['The provided token has expired.', 'The token has expired.'],
] as const;

/** Pages of a project, by their paths in it. */
export const pagesOf = (project: string): Record<string, string> =>
  Object.fromEntries(
    ['docs', 'i18n'].flatMap((folder) =>
      Object.entries(contents(join(project, folder))).map(([path, text]) => [
        path.slice(project.length + 1),
        text,
      ]),
    ),
  );
