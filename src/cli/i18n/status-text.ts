import { styleText } from 'node:util';
import { say } from '../../language/index.ts';
import { formatProblem } from '../../procedure/index.ts';
import { ownCommand } from '../../project/index.ts';
import type { Freshness, PageStatus, Site } from '../../translation/index.ts';
import { headingLines, type Painter, STATE_WIDTH, styles } from './heading-text.ts';

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
    return say`There is no translation yet. \`${ownCommand('i18n new en')}\` sets one up.`;
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
  return say`${locales.settings[locale]?.label ?? locale} (${locale}): ${fresh.length} of ${translatable.length} pages fresh`;
}

/** Indent of lines below a state: under the name of its page. */
const INDENT = STATE_WIDTH + 4;

function pageLines(status: PageStatus, width: number, headings: boolean, paint: Painter): string[] {
  const { state, page, file, sourceFile, problems } = status;
  const shown = state === 'missing' ? sourceFile : file;
  const differs = problems.some(({ code }) => code !== 'orphan');
  return [
    `  ${paint(styles[state], state.padEnd(STATE_WIDTH))}  ${page.padEnd(width)}  ${shown}`,
    ...(differs ? [indentLines(paint(styles['commands differ'], say`commands differ`), INDENT)] : []),
    ...problems.map((problem) => indentLines(formatProblem(problem), INDENT)),
    ...headingLines(status, headings, paint).map((line) => indentLines(line, INDENT)),
  ];
}

/** States that `accept` ends, and when it may. */
const ACCEPTED: readonly (readonly [Freshness, () => string])[] = [
  ['stale', () => say`  once the translation says what the source says now`],
  ['machine', () => say`  once what the program has translated has been read against the source`],
  ['untranslated', () => say`  once the lines above are translated`],
  ['untracked', () => say`  once the translation has been read against the source`],
];

/** Suggests the next steps for one language, one example for each kind of work. */
function nextSteps(locale: string, statuses: readonly PageStatus[]): string[] {
  const first = (state: Freshness): string | undefined => statuses.find((one) => one.state === state)?.page;
  const accept = (page: string): string => ownCommand(`i18n accept ${page} --locale ${locale}`);
  const missing = first('missing');
  const differs = statuses.some(({ problems, state }) => problems.length > 0 && state !== 'orphan');
  const steps = [
    ...(differs ? [ownCommand('i18n sync'), say`  takes the commands from the source`] : []),
    ...ACCEPTED.flatMap(([state, when]) => {
      const page = first(state);
      return page ? [accept(page), when()] : [];
    }),
    ...(missing
      ? [ownCommand(`i18n new ${locale} ${missing}`), say`  copies the page, to be translated in place`]
      : []),
    ...(first('orphan') ? [say`Move each orphan to where its source has gone, or remove it.`] : []),
  ];
  return steps.length > 0 ? ['', say`Next:`, ...steps.map((step) => `  ${step}`)] : [];
}

const indentLines = (text: string, by: number): string => text.replace(/^/gm, ' '.repeat(by));
