/** Texts that a translator may change inside a fence: comment lines of commands, and texts of the info string. */
import { diffArrays } from 'diff';
import { findCommentLines } from '../procedure/index.ts';

/** Attributes whose values are words for the reader. */
const TEXTS = /(^|\s)(title|skip|reason|case)=("[^"]*"|'[^']*')/g;

/** An info string with the texts of its translation, where both have one. */
export function translateInfo(info: string, translated: string): string {
  const texts = new Map([...translated.matchAll(TEXTS)].map(([, , key, value]) => [key, value]));
  return info.replace(TEXTS, (whole, space, key) => {
    const value = texts.get(key);
    return value === undefined ? whole : `${space}${key}=${value}`;
  });
}

/** The texts of an info string, one a line. */
export const textsOf = (info: string): string[] =>
  [...info.matchAll(TEXTS)].map(([, , , value = '']) => value.slice(1, -1));

/** A line of code with the comment lines that stand above it. */
interface CodeLine {
  readonly comments: readonly string[];
  /** Undefined: the end, which may have comments above it too. */
  readonly code: string | undefined;
}

function codeLines(body: string): CodeLine[] {
  const commentLines = new Set(findCommentLines(body));
  const lines: CodeLine[] = [];
  let comments: string[] = [];
  for (const [index, line] of body.split('\n').entries()) {
    if (commentLines.has(index + 1)) comments.push(line);
    else {
      lines.push({ comments, code: line });
      comments = [];
    }
  }
  return [...lines, { comments, code: undefined }];
}

export const commentsOf = (body: string): string[] => codeLines(body).flatMap(({ comments }) => comments);

/** A script without its comment lines. */
export function codeOf(body: string): string {
  if (!body.includes('#')) return body;
  return codeLines(body)
    .flatMap(({ code }) => code ?? [])
    .join('\n');
}

/**
 * A script with the comments of its translation: the comments above a line of code are taken from above the same
 * line there, where both have some. All else is the source's.
 */
export function translateComments(body: string, translated: string): string {
  if (!body.includes('#') || body === translated) return body;
  const [source, translation] = [codeLines(body), codeLines(translated)];
  const partners = pairLines(source, translation);
  return source
    .flatMap(({ comments, code }, index) => {
      const theirs = partners.get(index)?.comments ?? [];
      const kept = comments.length > 0 && theirs.length > 0 ? theirs : comments;
      return code === undefined ? kept : [...kept, code];
    })
    .join('\n');
}

/** For the index of a line of the source: the same line of the translation, or what stands there in its place. */
function pairLines(source: readonly CodeLine[], translation: readonly CodeLine[]): Map<number, CodeLine> {
  const pairs = new Map<number, CodeLine>();
  const [theirs, ours] = [source, translation].map((lines) => lines.map(({ code }) => code));
  let [left, right] = [0, 0];
  /** The first of the source's lines whose counterparts come next, and how many there are. */
  let gone = { from: 0, count: 0 };
  for (const { added, removed, count } of diffArrays(theirs ?? [], ours ?? [])) {
    if (removed) {
      gone = { from: left, count };
      left += count;
      continue;
    }
    const [from, known] = added ? [gone.from, gone.count] : [left, count];
    for (const [step, line] of translation.slice(right, right + Math.min(count, known)).entries())
      pairs.set(from + step, line);
    gone = { from: 0, count: 0 };
    right += count;
    if (!added) left += count;
  }
  return pairs;
}
