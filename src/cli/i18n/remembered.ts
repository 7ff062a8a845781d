import { SOURCE_FOLDER } from '../../project/index.ts';
import { createMemory, gitHistory, type Memory, readSite, type Site } from '../../translation/index.ts';

/** Remembers what has been translated into a language on any page of a project, now or before. */
export function memoryOf({ root }: Pick<Site, 'root'>, locale: string): Memory {
  const { pairs, locales } = readSite(root);
  const history = gitHistory(root, [], SOURCE_FOLDER);
  return createMemory(pairs, { sourceLocale: locales.source, locale, history });
}
