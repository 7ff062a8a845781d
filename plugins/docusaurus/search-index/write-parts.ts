import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTENTS, courseFile, FOLDER, type KindIndex, pageFile, partFile } from './index-files.ts';
import { documentsByPage, splitDocuments } from './split-documents.ts';
import { splitWords } from './split-words.ts';

/** Writes the parts of the index that the search plugin has written, of which a search reads few. */
export async function writeSearchParts(folder: string, baseUrl: string): Promise<void> {
  const kinds: KindIndex[] = JSON.parse(await readFile(join(folder, 'search-index.json'), 'utf8'));
  await mkdir(join(folder, FOLDER), { recursive: true });
  const write = (file: string, content: unknown) => writeFile(join(folder, file), JSON.stringify(content));
  const { contents, parts } = splitWords(kinds);
  await write(CONTENTS, contents);
  for (const [number, part] of parts.entries()) await write(partFile(number), part);
  for (const [page, documents] of documentsByPage(kinds)) await write(pageFile(page), documents);
  const docs = `${baseUrl}docs/`;
  const courses = splitDocuments(kinds, ({ u }) =>
    u.startsWith(docs) ? u.slice(docs.length).split('/')[0] : undefined,
  );
  for (const [course, index] of courses) await write(courseFile(course), index);
}
