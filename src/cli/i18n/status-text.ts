import { styleText } from 'node:util';
import { formatProblem } from '../../procedure/index.ts';
import { ownCommand } from '../../project/index.ts';
import type { PageStatus, Site } from '../../translation/index.ts';
import { headingLines, indentLines } from './heading-text.ts';
import { nextSteps } from './next-steps.ts';
import { type Painter, styles } from './paint.ts';

export interface StatusTextOptions {
  readonly color: boolean;
  /** Every heading of every page, not only those that need work. */
  readonly headings: boolean;
}

/** Formats the status for a person: language by language, page by page, then what to do. */
export function statusText(site: Site, statuses: readonly PageStatus[], options: StatusTextOptions): string {
  const paint: Painter = (style, text) =>
    options.color ? styleText(style, text, { validateStream: false }) : text;
  if (statuses.length === 0)
    return `There is no translation yet. \`${ownCommand('i18n new en')}\` sets one up.`;
  const width = Math.max(...statuses.map(({ page }) => page.length));
  const texts = site.locales.translations.flatMap((locale) => {
    const own = statuses.filter((status) => status.locale === locale);
    if (own.length === 0) return [];
    const pages = own.flatMap((status) => pageLines(status, width, options.headings, paint));
    const steps = nextSteps(locale, own).map((line) => (line === '' ? line : `  ${line}`));
    return [[paint('bold', title(locale, site, own)), '', ...pages, ...steps].join('\n').trimEnd()];
  });
  return texts.join('\n\n');
}

function title(locale: string, { locales }: Site, statuses: readonly PageStatus[]): string {
  const translatable = statuses.filter(({ state }) => state !== 'orphan');
  const fresh = translatable.filter(({ state }) => state === 'fresh');
  return `${locales.settings[locale]?.label ?? locale} (${locale}): ${fresh.length} of ${translatable.length} pages fresh`;
}

function pageLines(status: PageStatus, width: number, headings: boolean, paint: Painter): string[] {
  const { state, page, file, sourceFile, problems } = status;
  const shown = state === 'missing' ? sourceFile : file;
  const differs = problems.some(({ code }) => code !== 'orphan');
  return [
    `  ${paint(styles[state], state.padEnd(9))}  ${page.padEnd(width)}  ${shown}`,
    ...(differs ? [indentLines(paint(styles['commands differ'], 'commands differ'), 13)] : []),
    ...problems.map((problem) => indentLines(formatProblem(problem), 13)),
    ...headingLines(status, headings, paint).map((line) => indentLines(line, 13)),
  ];
}
