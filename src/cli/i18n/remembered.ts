import { createMemory, gitHistory, type Memory, type Site } from '../../translation/index.ts';

/**
 * Remembers what has been translated into a language on any page of a project, now or before.
 *
 * @param site with all its pages
 */
export function memoryOf({ root, pairs, locales }: Site, locale: string): Memory {
  const history = gitHistory(root, []);
  return createMemory(pairs, { sourceLocale: locales.source, locale, history });
}
