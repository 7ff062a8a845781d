import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChunkTables } from '../course-routes/chunk-files.ts';
import { type BuiltSite, courseOfFile, htmlFiles } from './built-site.ts';

const FIRST_SCRIPT = /<script\b[^>]* src=/;

/** Makes the pages of a course load its routes beside the frame of the site, which would ask for them later. */
export async function addCourseScripts(
  { folder, baseUrl, others }: BuiltSite,
  tables: ChunkTables,
): Promise<void> {
  for (const name of await htmlFiles(folder, others)) {
    const table = tables[courseOfFile(name) ?? ''];
    if (!table) continue;
    const html = await readFile(join(folder, name), 'utf8');
    const script = `<script src="${baseUrl}${table.file}" defer></script>`;
    await writeFile(
      join(folder, name),
      html.replace(FIRST_SCRIPT, (first) => script + first),
    );
  }
}
