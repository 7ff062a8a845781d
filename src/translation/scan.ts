/**
 * A look at a page without parsing it, a hundred times faster: enough to see that two pages hold the same code under
 * the same headings. Where it sees a difference, or is unsure, the outlines decide.
 */
import { parseInfo } from '../procedure/index.ts';
import { isCode } from './blocks.ts';
import { codeOf } from './fence-text.ts';

interface ScannedHeading {
  readonly text: string;
  readonly anchor?: string;
}

export interface Scan {
  /** Headings, code and settings, in order: equal where the pages agree. */
  readonly signature: string;
  readonly headings: readonly ScannedHeading[];
  /** Source version in the page's front matter; undefined also where it is not in the form of `accept`. */
  readonly mark?: { readonly source: string; readonly prose: string };
}

const FENCE = /^((?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const HEADING = /^ {0,3}(#{1,6})(?=[ \t])(.*)$/;
const ANCHOR = /\{(?:#([\w-]+)|\/\*\s*#([\w-]+)\s*\*\/)\}$/;
/** Imports, elements and expressions, but for comments and anchors. */
const MARKUP = /^(?:import|export)\b|<(?!Elapse)[A-Za-z>]|\{(?!\/\*|#)/;
const MARK =
  /^ {2}translation:\n {4}source: ["']?([0-9a-f]{40})["']?\n {4}prose: ["']?([0-9a-f]{16})["']?\n/m;

export function scanPage(text: string): Scan {
  const page = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const yaml = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n|$)/.exec(page);
  const settings = /^tejun:.*\n(?:(?:[ \t].*)?\n)*/m.exec(yaml?.[1] ?? '')?.[0] ?? '';
  const [mark, source, prose] = MARK.exec(settings) ?? [];
  const shared = settings.replace(mark ?? '', '').replace(/^tejun:\n$/, '');
  const { tokens, headings } = scanBody(page.slice(yaml?.[0].length ?? 0));
  return {
    signature: [shared, ...tokens].join('\0'),
    headings,
    ...(source && prose && { mark: { source, prose } }),
  };
}

function scanBody(text: string): { tokens: string[]; headings: ScannedHeading[] } {
  const tokens: string[] = [];
  const headings: ScannedHeading[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const fence = line.includes('```') || line.includes('~~~') ? FENCE.exec(line) : undefined;
    if (fence) {
      const end = fenceEnd(lines, index, fence[2] ?? '');
      tokens.push(...fenceToken(fence, lines.slice(index + 1, end)));
      index = end;
      continue;
    }
    const heading = line.includes('#') ? HEADING.exec(line) : undefined;
    if (heading) tokens.push(readHeading(heading, headings));
    // A comment may hide a fence from the page, and a fence may hide a comment.
    if (line.includes('{/*') && !line.includes('*/}')) tokens.push(`unsure ${line}`);
    if (MARKUP.test(line)) tokens.push(`unsure ${line}`);
    if (line.includes('<Elapse')) tokens.push(line.slice(line.indexOf('<Elapse')));
  }
  return { tokens, headings };
}

/** Adds a heading to those found. @returns what must be equal in every language */
function readHeading([, marker = '', written = '']: RegExpExecArray, headings: ScannedHeading[]): string {
  const title = written.trim();
  const [whole = '', plain, inComment] = ANCHOR.exec(title) ?? [];
  const anchor = plain ?? inComment;
  const text = title.slice(0, title.length - whole.length).replace(/`|\*\*/g, '');
  headings.push({ text: text.trim(), ...(anchor && { anchor }) });
  return `${marker}${anchor ?? ''}`;
}

function fenceEnd(lines: readonly string[], start: number, marker: string): number {
  for (let index = start + 1; index < lines.length; index += 1) {
    const close = /^[\s>]*(`{3,}|~{3,})[ \t]*$/.exec(lines[index] ?? '')?.[1];
    if (close?.startsWith(marker)) return index;
  }
  return lines.length;
}

function fenceToken([, prefix = '', , info = '']: RegExpExecArray, body: readonly string[]): string[] {
  const [lang = '', ...meta] = info.trim().split(/\s+/);
  if (!isCode(parseInfo(lang, meta.join(' ')))) return [];
  const stripped = body.map((line) => stripPrefix(line, prefix.length)).join('\n');
  return [`${info.trim()}\n${lang === 'bash' ? codeOf(stripped) : stripped}`];
}

/** At most as much as stands before the fence, and only what a container asks for. */
function stripPrefix(line: string, length: number): string {
  return line.slice(/^[\s>]*/.exec(line.slice(0, length))?.[0].length ?? 0);
}
