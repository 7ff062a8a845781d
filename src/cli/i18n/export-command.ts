import { counted, say } from '../../language/index.ts';
import { formatProblem } from '../../procedure/index.ts';
import { UsageError } from '../../project/index.ts';
import { exportPage, siteStatus, writePo, writeXliff } from '../../translation/index.ts';
import { PAGE_FAILED, PASSED } from '../exit-codes.ts';
import { writeDocument } from '../write-document.ts';
import { oneLocale } from './one-locale.ts';
import { memoryOf } from './remembered.ts';
import { type PageSelection, selectTranslations } from './select-translations.ts';

export type ExchangeFormat = 'xliff' | 'po';

interface ExportOptions extends PageSelection {
  readonly format: ExchangeFormat;
  readonly out?: string;
}

/** `tejun i18n export`: writes pages for a translator's program, with what is translated already. */
export async function exportTexts(names: readonly string[], options: ExportOptions): Promise<number> {
  const { site, pairs } = selectTranslations(names, options, { whole: true });
  const locale = oneLocale(site, options.locale);
  const chosen = pairs.filter((pair) => pair.locale === locale && pair.source !== undefined);
  if (chosen.length === 0) throw new UsageError(say`None of these pages has a source to be translated.`);
  const { statuses, unreadable } = await siteStatus(site, chosen);
  const memory = memoryOf(site, locale);
  const problems = [...unreadable];
  const pages = chosen.flatMap((pair) => {
    const status = statuses.find(({ file }) => file === pair.file);
    if (!status) return [];
    const result = exportPage(pair, { status, memory, sourceLocale: site.locales.source });
    if ('page' in result) return result.page.units.length > 0 ? [result.page] : [];
    problems.push(...result.problems);
    return [];
  });
  const write = options.format === 'po' ? writePo : writeXliff;
  const text = write({ sourceLocale: site.locales.source, locale, pages });
  if (options.out === undefined) process.stdout.write(text);
  else writeDocument(options.out, text);
  const units = pages.flatMap((page) => page.units);
  const open = units.filter(({ state }) => state !== 'done').length;
  console.error(
    [
      ...problems.map(formatProblem),
      say`${counted(pages.length, 'page')}, ${counted(units.length, 'text')}, ${open} to do.`,
    ].join('\n'),
  );
  return problems.length > 0 ? PAGE_FAILED : PASSED;
}
