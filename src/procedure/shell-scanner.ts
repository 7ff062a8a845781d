/** Something in a shell script that begins and never ends. Line and column count from 1 inside the script. */
export type OpenEnd =
  | { readonly kind: 'heredoc'; readonly delimiter: string; readonly line: number; readonly column: number }
  | { readonly kind: 'quote'; readonly quote: string; readonly line: number; readonly column: number };

/** A part of a script that is no command. `literal`: a string with its quotes; `heredoc`: from its first line to its delimiter. */
export interface ScriptRegion {
  readonly kind: 'comment' | 'literal' | 'heredoc' | 'substitution';
  readonly start: number;
  readonly end: number;
}

/** Construct around the scanner; in a `quoted` one, single quotes, comments and heredocs have no meaning. */
interface Frame {
  readonly closer: '"' | ')' | '))' | '}' | '`';
  readonly start: number;
  readonly quoted: boolean;
}

interface Heredoc {
  readonly delimiter: string;
  readonly stripTabs: boolean;
  readonly start: number;
}

interface Scan {
  readonly script: string;
  index: number;
  readonly frames: Frame[];
  /** Heredocs of this line, whose bodies begin on the next. */
  readonly pending: Heredoc[];
  /** Outermost ones only, in order. */
  readonly regions: ScriptRegion[];
}

/** Next index; `undefined` if not matched; an `OpenEnd` to stop. */
type Reader = (scan: Scan) => number | OpenEnd | undefined;

const HEREDOC = /<<(-?)[ \t]*((?:'[^'\n]*'|"[^"\n]*"|\\[^\n]|[^\s'"\\;&|<>()`])+)/y;

const INTERESTING = /[\\\n"'`$(){}#<]/g;

/** In the order in which they are asked. */
const readers: readonly Reader[] = [
  escaped,
  heredocBody,
  closer,
  doubleQuote,
  singleQuote,
  arithmetic,
  substitution,
  comment,
  heredocStart,
];

/**
 * Looks for a heredoc or quote that does not end. Not a shell parser: it knows just enough (comments, quotes,
 * expansions, arithmetic) not to take a shift for a heredoc, and prefers silence where it is unsure.
 */
export function findOpenEnd(script: string): OpenEnd | undefined {
  return readScript(script).open;
}

/** The parts of a script that are no command, up to what does not end, if anything. */
export function readScript(script: string): {
  readonly regions: readonly ScriptRegion[];
  readonly open?: OpenEnd;
} {
  const scan: Scan = { script, index: 0, frames: [], pending: [], regions: [] };
  return { open: scanTo(scan), regions: scan.regions };
}

function scanTo(scan: Scan): OpenEnd | undefined {
  const { script } = scan;
  while (scan.index < script.length) {
    const next = read(scan);
    if (typeof next === 'object') return next;
    scan.index = next;
  }
  const heredoc = scan.pending[0];
  if (heredoc) return openHeredoc(script, heredoc);
  const quote = scan.frames.find((frame) => frame.closer === '"');
  return quote && openQuote(script, '"', quote.start);
}

/**
 * The lines (from 1) that hold a comment and nothing else. In a heredoc, in quotes or after a line that goes on,
 * a `#` begins no comment; inside a substitution a comment is left out, to be on the safe side.
 */
export function findCommentLines(script: string): number[] {
  if (!script.includes('#')) return [];
  return readScript(script).regions.flatMap(({ kind, start }) => {
    const lines = script.slice(0, start).split('\n');
    const isAlone = kind === 'comment' && lines.at(-1)?.trim() === '' && !lines.at(-2)?.endsWith('\\');
    return isAlone ? [lines.length] : [];
  });
}

function read(scan: Scan): number | OpenEnd {
  for (const reader of readers) {
    const next = reader(scan);
    if (next !== undefined) return next;
  }
  return nextOfInterest(scan);
}

/** Most characters mean nothing to any reader. */
function nextOfInterest({ script, index }: Scan): number {
  INTERESTING.lastIndex = index + 1;
  return INTERESTING.exec(script)?.index ?? script.length;
}

function escaped({ script, index }: Scan) {
  return script[index] === '\\' ? index + 2 : undefined;
}

function note({ frames, regions }: Scan, kind: ScriptRegion['kind'], start: number, end: number): number {
  if (frames.length === 0 && end > start) regions.push({ kind, start, end });
  return end;
}

/** Ends at the line break after the delimiter: it may begin the next heredoc of the same line. */
function heredocBody(scan: Scan) {
  const { script, index, pending } = scan;
  const heredoc = script[index] === '\n' ? pending.shift() : undefined;
  if (!heredoc) return undefined;
  for (let start = index + 1; start <= script.length; ) {
    const lineBreak = script.indexOf('\n', start);
    const end = lineBreak === -1 ? script.length : lineBreak;
    const line = script.slice(start, end);
    if ((heredoc.stripTabs ? line.replace(/^\t+/, '') : line) === heredoc.delimiter)
      return note(scan, 'heredoc', index + 1, end);
    start = end + 1;
  }
  return openHeredoc(script, heredoc);
}

function closer(scan: Scan) {
  const { script, index, frames } = scan;
  const top = frames.at(-1);
  if (!top || !script.startsWith(top.closer, index)) return undefined;
  frames.pop();
  return note(scan, top.closer === '"' ? 'literal' : 'substitution', top.start, index + top.closer.length);
}

function doubleQuote(scan: Scan) {
  return scan.script[scan.index] === '"' ? enter(scan, '"', 1, true) : undefined;
}

/** In `$'...'` a backslash hides a quote. */
function singleQuote(scan: Scan) {
  const { script, index: start, frames } = scan;
  if (script[start] !== "'" || frames.at(-1)?.quoted) return undefined;
  const escapes = script[start - 1] === '$';
  for (let index = start + 1; index < script.length; index += 1) {
    if (escapes && script[index] === '\\') index += 1;
    else if (script[index] === "'") return note(scan, 'literal', start, index + 1);
  }
  return openQuote(script, "'", start);
}

function arithmetic(scan: Scan) {
  const { script, index, frames } = scan;
  if (script.startsWith('$((', index)) return enter(scan, '))', 3, true);
  if (script.startsWith('((', index) && !frames.at(-1)?.quoted) return enter(scan, '))', 2, true);
  return undefined;
}

function substitution(scan: Scan) {
  const { script, index } = scan;
  const top = scan.frames.at(-1);
  if (script.startsWith('$(', index)) return enter(scan, ')', 2, false);
  if (script.startsWith('${', index)) return enter(scan, '}', 2, top?.quoted ?? false);
  if (script[index] === '`') return enter(scan, '`', 1, false);
  // A subshell inside a substitution: its parenthesis must not close the substitution.
  if (script[index] === '(' && top?.closer === ')') return enter(scan, ')', 1, false);
  return undefined;
}

function comment(scan: Scan) {
  const { script, index, frames } = scan;
  const top = frames.at(-1);
  if (script[index] !== '#' || top?.quoted || top?.closer === '}') return undefined;
  if (index > 0 && !/[\s;&|()]/.test(script[index - 1] ?? '')) return undefined;
  const end = script.indexOf('\n', index);
  return note(scan, 'comment', index, end === -1 ? script.length : end);
}

/** `<<<` has no word for a delimiter after its first two characters: it is passed over. */
function heredocStart({ script, index, frames, pending }: Scan) {
  if (!script.startsWith('<<', index) || frames.at(-1)?.quoted) return undefined;
  HEREDOC.lastIndex = index;
  const found = HEREDOC.exec(script);
  if (!found) return index + 2;
  const delimiter = (found[2] ?? '').replace(/\\(.)|['"]/g, '$1');
  pending.push({ delimiter, stripTabs: found[1] === '-', start: index });
  return index + found[0].length;
}

function enter(scan: Scan, closer: Frame['closer'], length: number, quoted: boolean): number {
  scan.frames.push({ closer, start: scan.index, quoted });
  return scan.index + length;
}

function openHeredoc(script: string, { delimiter, start }: Heredoc): OpenEnd {
  return { kind: 'heredoc', delimiter, ...place(script, start) };
}

function openQuote(script: string, quote: string, start: number): OpenEnd {
  return { kind: 'quote', quote, ...place(script, start) };
}

function place(script: string, offset: number): { line: number; column: number } {
  const before = script.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
