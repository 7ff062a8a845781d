/**
 * Runs in a worker, in the place of the search plugin's own: a search reads the parts of the index in which what is typed
 * may stand, where that one reads all of it. Where nothing is found as it is typed, the whole index is asked, which
 * forgives a wrong letter; without a network, the courses that are kept.
 */
import { processTreeStatusOfSearchResults } from '@easyops-cn/docusaurus-search-local/dist/client/client/utils/processTreeStatusOfSearchResults';
import { language } from '@easyops-cn/docusaurus-search-local/dist/client/client/utils/proxiedGeneratedConstants';
import { sortSearchResults } from '@easyops-cn/docusaurus-search-local/dist/client/client/utils/sortSearchResults';
import * as Comlink from 'comlink';
import { tokenize } from '../search-words/tokenize.ts';
import { NoNetworkError } from './fetch-json.ts';
import type { Results } from './find.ts';
import { openParts, searchParts } from './search-parts.ts';
import { openCourses, openWhole, searchWhole } from './search-whole.ts';

class SearchWorker {
  async fetchIndexes(baseUrl: string): Promise<void> {
    await openParts(baseUrl).catch(() => undefined);
  }

  /** @param _context part of the site to search in: this site has none */
  async search(baseUrl: string, _context: string, input: string, limit: number): Promise<unknown[]> {
    const tokens = tokenize(input, language);
    if (tokens.length === 0) return [];
    return shown(await resultsOf(baseUrl, tokens, limit));
  }
}

async function resultsOf(baseUrl: string, tokens: readonly string[], limit: number): Promise<Results> {
  try {
    const results = await searchParts(await openParts(baseUrl), tokens, limit);
    if (results.found.length > 0) return results;
    return searchWhole(await openWhole(baseUrl), tokens, limit);
  } catch (error) {
    if (!(error instanceof NoNetworkError)) throw error;
    return searchWhole(await openCourses(baseUrl), tokens, limit);
  }
}

/** As the plugin shows them: what stands in a page after its title. */
function shown({ found, documentOf, titleOf }: Results): unknown[] {
  const results = found.flatMap((one) => {
    const document = documentOf(one);
    if (!document) return [];
    const { kind: type, metadata, tokens, score } = one;
    return [{ document, type, page: type !== 0 && titleOf(document), metadata, tokens, score }];
  });
  sortSearchResults(results);
  processTreeStatusOfSearchResults(results);
  return results;
}

Comlink.expose(SearchWorker);
