import type { styleText } from 'node:util';
import { say } from '../../language/index.ts';
import type {
  Freshness,
  HeadingStatus,
  PageStatus,
  ProseChange,
  ProsePart,
} from '../../translation/index.ts';

type Style = Parameters<typeof styleText>[0];
export type Painter = (style: Style, text: string) => string;

export const styles: Record<Freshness | 'commands differ', Style> = {
  fresh: 'green',
  stale: 'yellow',
  machine: 'cyan',
  untranslated: 'yellow',
  untracked: 'cyan',
  missing: 'gray',
  orphan: 'red',
  'commands differ': 'red',
};

/** The longest state. */
export const STATE_WIDTH = 'untranslated'.length;

/** The headings that are not as their page is, or all; with what has changed below them. */
export function headingLines(status: PageStatus, all: boolean, paint: Painter): string[] {
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
      ? [
          `${paint(styles.stale, 'stale'.padEnd(STATE_WIDTH))}  ${say`(before the first heading)`}`,
          ...preamble,
        ]
      : []),
    ...headings.filter(isTold).flatMap((heading) => {
      const line = `${paint(styles[heading.state], heading.state.padEnd(STATE_WIDTH))}  ${nameOf(heading)}`;
      return [line, ...changeOf(keyOf(heading))];
    }),
    ...changes
      .filter(({ kind }) => kind === 'removed')
      .flatMap((change) => [say`gone from the source: ${change.heading}`, ...changeLines(change, paint)]),
  ];
}

/** How many lines show what is meant. */
const SHOWN = 5;

function untranslatedLines({ untranslated = [] }: PageStatus): string[] {
  const lines = untranslated.map(({ line, text }) => say`line ${line} is text of the source: ${text}`);
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), say`and ${lines.length - SHOWN} lines more`];
}

const unknownChanges = ({ sourceFile }: PageStatus): string[] => [
  say`What has changed in ${sourceFile} cannot be shown: git does not have the source that was translated.`,
  say`A shallow clone lacks it (git fetch --unshallow), and so does a history that never had it.`,
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
