import type { Change, PublishedResult } from '../types.ts';

type Lines = readonly string[];

/** Kinds of wrong lines: the outputs of each, with the line that it concerns. */
const KINDS: Readonly<Record<string, (lines: Lines, index: number) => readonly Lines[]>> = {
  'a line is missing': (lines, index) => [lines.toSpliced(index, 1)],
  'a line stands twice': (lines, index) => [lines.toSpliced(index, 0, lines[index] ?? '')],
  'a foreign line': (lines, index) => [lines.toSpliced(index + 1, 0, 'foreign')],
  'two lines are swapped': (lines, index) =>
    index + 1 < lines.length && lines[index] !== lines[index + 1]
      ? [lines.with(index, lines[index + 1] ?? '').with(index + 1, lines[index] ?? '')]
      : [],
  'another word in a line': (lines, index) =>
    words(lines[index] ?? '').map(({ start, word }) => edit(lines, index, start, word, `${word}x`)),
  'a word is missing in a line': (lines, index) =>
    words(lines[index] ?? '').map(({ start, word }) => edit(lines, index, start, word, '')),
  'another number in a line': (lines, index) =>
    numbers(lines[index] ?? '').map(({ start, word }) =>
      edit(lines, index, start, word, String(Number(word) + 1)),
    ),
  'a character more in a line': (lines, index) => [lines.with(index, `${lines[index]}~`)],
  'half of a line': (lines, index) => {
    const line = lines[index] ?? '';
    return line.length > 1 ? [lines.with(index, line.slice(0, line.length >> 1))] : [];
  },
  'a line in the other case': (lines, index) => {
    const line = lines[index] ?? '';
    const other = line === line.toUpperCase() ? line.toLowerCase() : line.toUpperCase();
    return other === line ? [] : [lines.with(index, other)];
  },
};

/** Makes every wrong change of every kind in what the step printed as lines of text, an error or a success. */
export function* wrongText({ output }: PublishedResult): Iterable<Change> {
  const stream = output.stdout === '' ? 'stderr' : 'stdout';
  const printed = output[stream];
  if (/^\s*[{["]/.test(printed) && isJson(printed)) return;
  const lines = printed.replace(/^\n+|\n+$/g, '').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    for (const [kind, change] of Object.entries(KINDS)) {
      for (const changed of change(lines, index)) {
        const text = changed.length === 0 ? '' : `${changed.join('\n')}\n`;
        const to = changed[index] ?? '';
        yield { kind, path: `line ${index + 1}`, from: line, to, output: { ...output, [stream]: text } };
      }
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Word {
  readonly start: number;
  readonly word: string;
}

const found = (line: string, pattern: RegExp): Word[] =>
  [...line.matchAll(pattern)].map(({ 0: word, index }) => ({ start: index, word }));

const words = (line: string): Word[] => found(line, /(?<![A-Za-z0-9])[A-Za-z]{2,}(?![A-Za-z0-9])/g);

/** Numbers that are no part of a date, a time, an id or an address. */
const numbers = (line: string): Word[] => found(line, /(?<![\w.:/+-])\d{1,9}(?![\w.:/+-])/g);

function edit(lines: Lines, index: number, start: number, word: string, by: string): Lines {
  const line = lines[index] ?? '';
  return lines.with(index, line.slice(0, start) + by + line.slice(start + word.length));
}
