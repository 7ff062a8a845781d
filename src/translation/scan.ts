/**
 * A look at a page without parsing it, a hundred times faster: enough to see that two pages hold the same code under
 * the same headings. Where it sees a difference, or is unsure, the outlines decide.
 */
import { parseInfo, type TranslatedHeading, type TranslationMark } from '../procedure/index.ts';
import { isCode } from './blocks.ts';
import { codeOf, commentsOf, textsOf } from './fence-text.ts';
import { proseKey, shortHash } from './prose.ts';
import { MARK, readMark } from './scan-mark.ts';

interface ScannedHeading {
  readonly text: string;
  readonly anchor?: string;
}

interface ProseLine {
  readonly line: number;
  readonly text: string;
}

export interface Scan {
  /** Headings, code and settings, in order: equal where the pages agree. */
  readonly signature: string;
  readonly headings: readonly ScannedHeading[];
  /** Lines of prose, with their numbers in the page. */
  readonly lines: readonly ProseLine[];
  /** Prose below each heading, as hashes: what a translation of this page is made from. */
  readonly prose: readonly TranslatedHeading[];
  /** In the page's front matter; undefined also where it is not in the form of `accept`. */
  readonly mark?: TranslationMark;
}

const FENCE = /^((?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const HEADING = /^ {0,3}(#{1,6})(?=[ \t])(.*)$/;
const ANCHOR = /\{(?:#([\w-]+)|\/\*\s*#([\w-]+)\s*\*\/)\}$/;
/** Imports, elements and expressions, but for comments and anchors. */
const MARKUP = /^(?:import|export)\b|<(?!Elapse)[A-Za-z>]|\{(?!\/\*|#)/;
export function scanPage(text: string): Scan {
  const page = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const yaml = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(page);
  const settings = /^tejun:.*\n(?:(?:[ \t].*)?\n)*/m.exec(yaml?.[1] ?? '')?.[0] ?? '';
  const [written = ''] = MARK.exec(settings) ?? [];
  const mark = readMark(written);
  const shared = settings.replace(written, '').replace(/^tejun:\n$/, '');
  const above = yaml?.[0] ?? '';
  const { tokens, sections } = scanBody(page.slice(above.length), above.split('\n').length);
  return {
    signature: [shared, ...tokens].join('\0'),
    headings: sections.flatMap(({ heading }) => heading ?? []),
    lines: sections.flatMap(({ prose }) => prose),
    get prose() {
      return hashesOf(sections);
    },
    ...(mark && { mark }),
  };
}

interface ScannedSection {
  readonly heading?: ScannedHeading;
  readonly prose: ProseLine[];
}

/** Of sections with words. White space says nothing: lines may be joined and split, also where no spaces are written. */
const hashesOf = (sections: readonly ScannedSection[]): TranslatedHeading[] =>
  sections.flatMap(({ heading, prose }) => {
    const text = prose
      .map((one) => one.text)
      .join('')
      .replace(/[\s>]+/g, '');
    return heading || text !== ''
      ? [{ heading: heading ? proseKey(heading) : '', prose: shortHash(text) }]
      : [];
  });

/** @param first number of the first line */
function scanBody(text: string, first: number): { tokens: string[]; sections: ScannedSection[] } {
  const tokens: string[] = [];
  const sections: ScannedSection[] = [{ prose: [] }];
  const lines = text.split('\n');
  const say = (words: readonly string[], index: number): void =>
    void sections
      .at(-1)
      ?.prose.push(...words.map((word, step) => ({ text: word, line: first + index + step })));
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const fence = line.includes('```') || line.includes('~~~') ? FENCE.exec(line) : undefined;
    if (fence) {
      const end = fenceEnd(lines, index, fence[2] ?? '');
      const body = lines.slice(index + 1, end);
      const code = codeToken(fence, body);
      if (code) tokens.push(code.token);
      say(code?.words ?? [line, ...body], index);
      index = end;
      continue;
    }
    const heading = line.includes('#') ? HEADING.exec(line) : undefined;
    if (heading) {
      const found = readHeading(heading);
      tokens.push(found.token);
      sections.push({ heading: found.heading, prose: [] });
      say([found.written], index);
    } else if (!isNoProse(line)) say([withoutComments(line)], index);
    tokens.push(...markupIn(line));
  }
  return { tokens, sections };
}

/** Finds what only the parser can judge, and `<Elapse>`. */
function markupIn(line: string): string[] {
  // A comment may hide a fence from the page, and a fence may hide a comment.
  const isUnsure = (line.includes('{/*') && !line.includes('*/}')) || MARKUP.test(line);
  return [
    ...(isUnsure ? [`unsure ${line}`] : []),
    ...(line.includes('<Elapse') ? [line.slice(line.indexOf('<Elapse'))] : []),
  ];
}

const isNoProse = (line: string): boolean =>
  /^(?:import|export)\b/.test(line) || /^\s*<Elapse\b[^>]*\/>\s*$/.test(line);

const withoutComments = (line: string): string =>
  line.includes('{/*') ? line.replace(/\{\/\*.*?\*\/\}/g, '') : line;

/** A heading, its words, and what must be equal in every language. */
function readHeading([, marker = '', line = '']: RegExpExecArray) {
  const title = line.trim();
  const [whole = '', plain, inComment] = ANCHOR.exec(title) ?? [];
  const anchor = plain ?? inComment;
  const written = title.slice(0, title.length - whole.length);
  const heading = { text: written.replace(/`|\*\*/g, '').trim(), ...(anchor && { anchor }) };
  return { heading, written, token: `${marker}${anchor ?? ''}` };
}

function fenceEnd(lines: readonly string[], start: number, marker: string): number {
  for (let index = start + 1; index < lines.length; index += 1) {
    const close = /^[\s>]*(`{3,}|~{3,})[ \t]*$/.exec(lines[index] ?? '')?.[1];
    if (close?.startsWith(marker)) return index;
  }
  return lines.length;
}

/** Returns what must be equal in every language in a fence of code, and the words in it; undefined for a fence of words. */
function codeToken(
  [, prefix = '', , info = '']: RegExpExecArray,
  body: readonly string[],
): { token: string; words: string[] } | undefined {
  const [lang = '', ...meta] = info.trim().split(/\s+/);
  if (!isCode(parseInfo(lang, meta.join(' ')))) return undefined;
  const code = body.map((line) => stripPrefix(line, prefix.length)).join('\n');
  const isShell = lang === 'bash';
  return {
    token: `${info.trim()}\n${isShell ? codeOf(code) : code}`,
    words: [...textsOf(info), ...(isShell && code.includes('#') ? commentsOf(code) : [])],
  };
}

/** At most as much as stands before the fence, and only what a container asks for. */
function stripPrefix(line: string, length: number): string {
  return line.slice(/^[\s>]*/.exec(line.slice(0, length))?.[0].length ?? 0);
}
