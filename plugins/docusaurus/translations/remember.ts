import { join } from 'node:path';
import type { Problem } from '../../../src/procedure/index.ts';
import { readTextIfThere } from '../../../src/project/index.ts';
import {
  bothTextsOf,
  checkTranslations,
  type PagePair,
  type PageStatus,
  type Site,
  siteStatus,
} from '../../../src/translation/index.ts';
import { rememberFiles } from '../remember-files.ts';

/** Reads texts of a project as `readTextIfThere` does, those of which the file was written since the last time. */
export function rememberTexts(readFile = readTextIfThere): typeof readTextIfThere {
  const remembered = rememberFiles<ReturnType<typeof readTextIfThere>>();
  return (root, file) => remembered(join(root, file), () => readFile(root, file));
}

/** How a translation stands to its source. */
interface Finding {
  readonly texts: string;
  readonly status?: PageStatus;
  /** Why it cannot be published. */
  readonly differing: readonly Problem[];
  readonly isReadable: boolean;
}

export interface Findings {
  readonly statuses: readonly PageStatus[];
  readonly differing: readonly Problem[];
}

/**
 * Compares translations with their sources, those of which a text has changed since the last time: a save changes one
 * page of a site. Commands are compared in the one language.
 */
export function rememberFindings(): (site: Site, locale: string) => Promise<Findings> {
  let known: ReadonlyMap<string, Finding> = new Map();
  return async (site, locale) => {
    const changed = site.pairs.filter((pair) => known.get(pair.file)?.texts !== bothTextsOf(pair));
    const { statuses } = await siteStatus(site, changed);
    const byFile = new Map(statuses.map((status) => [status.file, status]));
    const fresh = new Map(
      changed.map((pair) => [pair.file, findingOf(site, pair, locale, byFile.get(pair.file))]),
    );
    known = new Map(
      site.pairs.flatMap(({ file }) => {
        const finding = fresh.get(file) ?? known.get(file);
        return finding ? [[file, finding] as const] : [];
      }),
    );
    const all = [...known.values()];
    return {
      // The remark plugin reports pages that cannot be read.
      statuses: all.every(({ isReadable }) => isReadable) ? all.flatMap(({ status }) => status ?? []) : [],
      differing: all.flatMap(({ differing }) => differing),
    };
  };
}

function findingOf(site: Site, pair: PagePair, locale: string, status: PageStatus | undefined): Finding {
  const { problems, unreadable } = checkTranslations({ ...site, pairs: [pair] }, locale);
  const differing = problems.filter(({ code }) => code !== 'orphan');
  return {
    texts: bothTextsOf(pair),
    ...(status && { status }),
    differing,
    isReadable: unreadable.length === 0,
  };
}
