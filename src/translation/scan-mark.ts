import type { TranslationMark } from '../procedure/index.ts';

/** The mark in the settings of a page. */
export const MARK = /^ {2}translation:\n(?: {4}.*\n)*/m;
/** As 0.2.0 wrote it. */
const WHOLE_PAGE = /^ {4}source: ["']?([0-9a-f]{40})["']?\n {4}prose: ["']?([0-9a-f]{16})["']?$/m;
const MARKED_HEADING =
  /^ {4}- heading: (.+)\n {6}prose: ["']?([0-9a-f]{16})["']?\n(?: {6}state: (machine)\n)?/gm;

/** Reads a mark in the form of `accept`; undefined where the parser must decide. */
export function readMark(written: string): TranslationMark | undefined {
  const [, source, whole] = WHOLE_PAGE.exec(written) ?? [];
  if (source && whole) return { source, prose: whole };
  const entries = [...written.matchAll(MARKED_HEADING)];
  const rest = written.replace(MARKED_HEADING, '');
  if (entries.length === 0 || rest !== '  translation:\n') return undefined;
  const headings = entries.flatMap(([, written = '', prose = '', machine]) => {
    const heading = readScalar(written);
    return heading === undefined ? [] : [{ heading, prose, ...(machine && { isMachine: true }) }];
  });
  return headings.length === entries.length ? { headings } : undefined;
}

/** Reads a scalar of YAML; undefined for the forms of which the parser must decide (escapes that JSON lacks, comments). */
function readScalar(scalar: string): string | undefined {
  if (scalar.startsWith("'"))
    return /^'(?:''|[^'])*'$/.test(scalar) ? scalar.slice(1, -1).replaceAll("''", "'") : undefined;
  if (!scalar.startsWith('"')) return scalar.includes(' #') ? undefined : scalar.trim();
  try {
    return JSON.parse(scalar);
  } catch {
    return undefined;
  }
}
