import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrokenLinks, type Surroundings } from '../authoring/lint/index.ts';
import type { PageLinks, Problem } from '../procedure/index.ts';
import { cached, type ParseCache, readText } from '../project/index.ts';
import { linter } from './lint-findings.ts';

/** Finds links of pages to files, pages and anchors that are not there. */
export async function checkLinks(
  root: string,
  files: readonly string[],
  cache: ParseCache | undefined,
): Promise<readonly Problem[]> {
  const around = surroundings(root, cache);
  const found: Problem[] = [];
  for (const file of files) found.push(...(await findBrokenLinks(file, around)));
  return found;
}

/** Loads the list of moved pages: few projects have a link that needs it. */
const moves = async (root: string) => (await import('../translation/index.ts')).readRedirects(root);

/** The files of a project, each read once; of a text that is known, its links are taken from the cache. */
function surroundings(root: string, cache: ParseCache | undefined): Surroundings {
  const read = new Map<string, Promise<PageLinks>>();
  const linksIn = (file: string): Promise<PageLinks> => {
    const { text = '' } = readText(root, file);
    return cached(cache, `links:${file}`, text, async () => (await linter()).readLinks(text, file));
  };
  let moved: ReturnType<typeof moves> | undefined;
  return {
    exists: (file) => existsSync(join(root, file)),
    filesIn: (folder) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []),
    linksOf: (file) => {
      const known = read.get(file) ?? linksIn(file);
      read.set(file, known);
      return known;
    },
    movedTo: async (id) => {
      moved ??= moves(root);
      const known = await moved;
      return Object.hasOwn(known, id) ? known[id] : undefined;
    },
  };
}
