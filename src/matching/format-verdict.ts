import type { DiffLine, Verdict } from './types.ts';

/** `!` is worth a look, `~` was accepted as varying. */
const MARKS = { same: ' ', accepted: '~', expected: '-', actual: '+', extra: '!' } as const;
/** ANSI colours: none, cyan, red, green, yellow. */
const COLORS = { same: '', accepted: '36', expected: '31', actual: '32', extra: '33' } as const;
/** Lines shown around what is worth a look; longer stretches of equal lines are folded. */
const CONTEXT_LINES = 3;
/** Longer lines that were accepted are cut in the middle. */
const LONGEST = 160;

/**
 * A verdict as plain text: what differs, one line each, with the line of the example's body; then notices; then
 * the diff (`-` the example, `+` the output, `~` accepted as varying, `!` extra). `color`: with ANSI colours.
 */
export function formatVerdict(
  verdict: Verdict,
  { color = false }: { readonly color?: boolean } = {},
): string {
  const paint = (kind: DiffLine['kind'], text: string): string =>
    color && COLORS[kind] !== '' ? `\u001b[${COLORS[kind]}m${text}\u001b[0m` : text;
  const differences = verdict.differences.map(({ path, line, message }) => {
    const place = [path, line === undefined || path === `line ${line}` ? '' : `line ${line} of the example`];
    const where = place.filter((text) => text !== '').join(', ');
    return paint('expected', `✗ ${where === '' ? '' : `${where}: `}${message}`);
  });
  const notices = verdict.notices.map(({ path, message }) => paint('extra', `! ${path}: ${message}`));
  const head = [...differences, ...notices];
  const lines = folded(verdict.diff, verdict.passed).map((line) => paint(line.kind, lineText(line)));
  return [...head, ...(head.length > 0 && lines.length > 0 ? [''] : []), ...lines].join('\n');
}

function lineText({ kind, text, note }: DiffLine): string {
  // A session token says nothing to a reader; where a line differs, every character may matter.
  const shown =
    kind === 'accepted' && text.length > LONGEST
      ? `${text.slice(0, LONGEST - 20)} … ${text.slice(-15)}`
      : text;
  return `${MARKS[kind]} ${shown}${note === undefined ? '' : `    (${note})`}`;
}

function folded(diff: readonly DiffLine[], passed: boolean): DiffLine[] {
  const worth = (line: DiffLine) => line.kind !== 'same' && (passed || line.kind !== 'accepted');
  const near = diff.map((_, index) =>
    diff.slice(Math.max(0, index - CONTEXT_LINES), index + CONTEXT_LINES + 1).some(worth),
  );
  const result: DiffLine[] = [];
  for (let index = 0; index < diff.length; index++) {
    const end = near.indexOf(true, index);
    const length = (end === -1 ? diff.length : end) - index;
    if (length > 1) {
      result.push({ kind: 'same', text: length === 1 ? '… 1 line that fits' : `… ${length} lines that fit` });
      index += length - 1;
    } else result.push(diff[index] as DiffLine);
  }
  return result;
}
