import type { LineChange } from './line-changes.ts';

/** Prints changes as `diff` does without an option: `2c2`, `< old`, `---`, `> new`. */
export function normalDiff(changes: readonly LineChange[]): string {
  return changes.map(normalChange).join('');
}

function normalChange({ fromAt, from, toAt, to }: LineChange): string {
  const letter = from.length === 0 ? 'a' : to.length === 0 ? 'd' : 'c';
  const head = `${range(fromAt, from.length)}${letter}${range(toAt, to.length)}\n`;
  const between = letter === 'c' ? '---\n' : '';
  return head + marked('< ', from) + between + marked('> ', to);
}

/** `4`, `4,6`; of no lines, the line after which they would stand. */
function range(at: number, count: number): string {
  if (count <= 1) return String(at + count);
  return `${at + 1},${at + count}`;
}

const marked = (mark: string, lines: readonly string[]): string =>
  lines.map((line) => mark + ended(line)).join('');
const ended = (line: string): string =>
  line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;

/** Prints changes as `diff -u` does, with so many lines around each. */
export function unifiedDiff(
  changes: readonly LineChange[],
  first: readonly string[],
  lines: number,
  [left, right]: readonly [string, string],
): string {
  const hunks = grouped(changes, lines).map((group) => hunk(group, first, lines));
  return `--- ${left}\n+++ ${right}\n${hunks.join('')}`;
}

/** Changes whose surroundings touch stand in one hunk. */
function grouped(changes: readonly LineChange[], lines: number): LineChange[][] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.fromAt - (last.fromAt + last.from.length) <= 2 * lines) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(group: readonly LineChange[], first: readonly string[], lines: number): string {
  const [head, last] = [group[0] as LineChange, group.at(-1) as LineChange];
  const before = Math.min(lines, head.fromAt, head.toAt);
  const after = Math.min(lines, first.length - (last.fromAt + last.from.length));
  const [fromAt, toAt] = [head.fromAt - before, head.toAt - before];
  let body = '';
  let at = fromAt;
  for (const { fromAt: start, from, to } of group) {
    body += marked(' ', first.slice(at, start)) + marked('-', from) + marked('+', to);
    at = start + from.length;
  }
  body += marked(' ', first.slice(at, at + after));
  const fromCount = at + after - fromAt;
  const toCount = last.toAt + last.to.length + after - toAt;
  return `@@ -${hunkRange(fromAt, fromCount)} +${hunkRange(toAt, toCount)} @@\n${body}`;
}

const hunkRange = (at: number, count: number): string =>
  count === 1 ? String(at + 1) : `${count === 0 ? at : at + 1},${count}`;
