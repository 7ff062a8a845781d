import { styleText } from 'node:util';
import { formatProblem } from '../../procedure/index.ts';
import { ownCommand } from '../../project/index.ts';
import type {
  Freshness,
  HeadingStatus,
  PageStatus,
  ProseChange,
  ProsePart,
  Site,
} from '../../translation/index.ts';

type Style = Parameters<typeof styleText>[0];
type Painter = (style: Style, text: string) => string;

const styles: Record<Freshness | 'commands differ', Style> = {
  fresh: 'green',
  stale: 'yellow',
  machine: 'cyan',
  untranslated: 'yellow',
  untracked: 'cyan',
  missing: 'gray',
  orphan: 'red',
  'commands differ': 'red',
};

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

/** The longest state, and what stands below one: under the name of its page. */
const STATE_WIDTH = 'untranslated'.length;
const INDENT = STATE_WIDTH + 4;

function pageLines(status: PageStatus, width: number, headings: boolean, paint: Painter): string[] {
  const { state, page, file, sourceFile, problems } = status;
  const shown = state === 'missing' ? sourceFile : file;
  const differs = problems.some(({ code }) => code !== 'orphan');
  return [
    `  ${paint(styles[state], state.padEnd(STATE_WIDTH))}  ${page.padEnd(width)}  ${shown}`,
    ...(differs ? [indentLines(paint(styles['commands differ'], 'commands differ'), INDENT)] : []),
    ...problems.map((problem) => indentLines(formatProblem(problem), INDENT)),
    ...headingLines(status, headings, paint).map((line) => indentLines(line, INDENT)),
  ];
}

/** States that `accept` ends, and when it may. */
const ACCEPTED: readonly (readonly [Freshness, string])[] = [
  ['stale', 'the translation says what the source says now'],
  ['machine', 'what the program has translated has been read against the source'],
  ['untranslated', 'the lines above are translated'],
  ['untracked', 'the translation has been read against the source'],
];

/** Suggests the next steps for one language, one example for each kind of work. */
function nextSteps(locale: string, statuses: readonly PageStatus[]): string[] {
  const first = (state: Freshness): string | undefined => statuses.find((one) => one.state === state)?.page;
  const accept = (page: string): string => ownCommand(`i18n accept ${page} --locale ${locale}`);
  const missing = first('missing');
  const differs = statuses.some(({ problems, state }) => problems.length > 0 && state !== 'orphan');
  const steps = [
    ...(differs ? [ownCommand('i18n sync'), '  takes the commands from the source'] : []),
    ...ACCEPTED.flatMap(([state, when]) => {
      const page = first(state);
      return page ? [accept(page), `  once ${when}`] : [];
    }),
    ...(missing
      ? [ownCommand(`i18n new ${locale} ${missing}`), '  copies the page, to be translated in place']
      : []),
    ...(first('orphan') ? ['Move each orphan to where its source has gone, or remove it.'] : []),
  ];
  return steps.length > 0 ? ['', 'Next:', ...steps.map((step) => `  ${step}`)] : [];
}

/** The headings that are not as their page is, or all; with what has changed below them. */
function headingLines(status: PageStatus, all: boolean, paint: Painter): string[] {
  const { state, headings, changes = [] } = status;
  const isTold = (heading: HeadingStatus): boolean =>
    all || (state === 'stale' ? heading.state !== 'fresh' : heading.state !== state);
  const changeOf = (key: string): string[] =>
    changes
      .filter((change) => change.kind !== 'removed' && keyOf(change) === key)
      .flatMap((change) => changeLines(change, paint));
  const preamble = changeOf('|');
  return [
    ...untranslatedLines(status),
    ...(state === 'stale' && !status.changes ? unknownChanges(status) : []),
    ...(preamble.length > 0
      ? [`${paint(styles.stale, 'stale'.padEnd(STATE_WIDTH))}  (before the first heading)`, ...preamble]
      : []),
    ...headings.filter(isTold).flatMap((heading) => {
      const line = `${paint(styles[heading.state], heading.state.padEnd(STATE_WIDTH))}  ${nameOf(heading)}`;
      return [line, ...changeOf(keyOf(heading))];
    }),
    ...changes
      .filter(({ kind }) => kind === 'removed')
      .flatMap((change) => [`gone from the source: ${change.heading}`, ...changeLines(change, paint)]),
  ];
}

/** How many lines show what is meant. */
const SHOWN = 5;

function untranslatedLines({ untranslated = [] }: PageStatus): string[] {
  const lines = untranslated.map(({ line, text }) => `line ${line} is text of the source: ${text}`);
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), `and ${lines.length - SHOWN} lines more`];
}

const unknownChanges = ({ sourceFile }: PageStatus): string[] => [
  `What has changed in ${sourceFile} cannot be shown: git does not have the source that was translated.`,
  'A shallow clone lacks it (git fetch --unshallow), and so does a history that never had it.',
];

const keyOf = ({ heading, anchor }: { heading: string; anchor?: string }): string =>
  `${heading}|${anchor ?? ''}`;

const nameOf = ({ heading, translated, anchor }: HeadingStatus): string =>
  [
    heading,
    translated !== undefined && translated !== heading ? ` / ${translated}` : '',
    anchor ? `  #${anchor}` : '',
  ].join('');

/** How much of what stays is shown around a change. */
const AROUND = 24;

/** Only the words around a change: `[-old-]` and `{+new+}`, as in `git diff --word-diff`. */
function changeLines({ parts }: ProseChange, paint: Painter): string[] {
  const text = parts
    .map((part, index) => partText(part, index === 0, index === parts.length - 1, paint))
    .join('');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => `    ${line}`);
}

function partText({ kind, text }: ProsePart, isFirst: boolean, isLast: boolean, paint: Painter): string {
  if (kind === 'removed') return paint('red', `[-${text}-]`);
  if (kind === 'added') return paint('green', `{+${text}+}`);
  const start = isFirst ? '' : text.slice(0, AROUND);
  const end = isLast ? '' : text.slice(-AROUND);
  return text.length <= start.length + end.length ? text : `${start}…${end}`;
}

const indentLines = (text: string, by: number): string => text.replace(/^/gm, ' '.repeat(by));
