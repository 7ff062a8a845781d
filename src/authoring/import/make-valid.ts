import { type Problem, readPage } from '../../procedure/index.ts';
import { doubt, type Titled } from './items.ts';
import type { ImportedItem } from './types.ts';
import { type Written, writePage } from './write.ts';

const IDENTITY = { id: 'import/page', file: 'page.mdx', locale: 'ja' };

interface Draft extends Titled {
  readonly frontMatter?: readonly string[];
}

/** Lines of the old text that are settled at a time: to read a page takes longer than its length says. */
const PART = 1_000;

/** Writes the page so that the build accepts it: what it would refuse is shown as text, with the reason. */
export function makeValid({ items, ...head }: Draft): { mdx: string; items: readonly ImportedItem[] } {
  const [first = [], ...others] = parts(items);
  const { title, frontMatter, items: settled } = settlePart({ ...head, items: first });
  const all = [settled, ...others.map((part) => settlePart({ items: part }).items)].flat();
  return { mdx: writePage({ title, frontMatter, items: all }).mdx, items: all };
}

function settlePart(draft: Draft): Draft {
  let current = draft;
  // Each round takes one item or more out of play: there cannot be more rounds than items.
  for (;;) {
    const written = writePage(current);
    const { problems } = readPage(written.mdx, IDENTITY);
    const next = problems.length > 0 ? fix(current, written, problems) : undefined;
    if (!next) return current;
    current = next;
  }
}

/** A heading or a step at the margin begins anew, whatever stands before it. */
function parts(items: readonly ImportedItem[]): ImportedItem[][] {
  const found: ImportedItem[][] = [];
  let from = 0;
  for (const item of items) {
    const begins = item.indent === '' && (item.kind === 'heading' || item.kind === 'step');
    const part = found.at(-1);
    if (part && !(begins && item.line - from > PART)) part.push(item);
    else {
      found.push([item]);
      from = item.line;
    }
  }
  return found;
}

type Origins = Written['origins'];

/** Finds the item that a problem in a line is about. */
const itemAt = (origins: Origins, line: number): ImportedItem | undefined =>
  origins.slice(0, line).findLast((origin) => origin !== undefined);

/** Finds what may be the cause where the item itself is text already, as a fence above it that is not closed. */
const causeAbove = (origins: Origins, line: number): ImportedItem | undefined =>
  origins.slice(0, line).findLast((origin) => origin && bodyOf(origin));

function fix(draft: Draft, { origins }: Written, problems: readonly Problem[]): Draft | undefined {
  const inFrontMatter = problems.find(({ line }) => !itemAt(origins, line));
  if (inFrontMatter && draft.frontMatter) return withoutFrontMatter(draft, draft.frontMatter, inFrontMatter);
  for (const find of [itemAt, causeAbove]) {
    const reasons = new Map<ImportedItem, Problem>();
    for (const problem of problems) {
      const item = find(origins, problem.line);
      if (item && !reasons.has(item)) reasons.set(item, problem);
    }
    const items = replaced(draft.items, reasons);
    if (items !== draft.items) return { ...draft, items };
  }
  return undefined;
}

function withoutFrontMatter(draft: Draft, lines: readonly string[], problem: Problem): Draft {
  const place = { line: 1, endLine: lines.length + 2, indent: '' };
  const remark = doubt(
    place,
    `The front matter could not be kept: ${problem.message}`,
    'Write it anew, between two lines of "---" at the top.',
  );
  return {
    ...draft,
    frontMatter: undefined,
    items: [remark, { ...place, kind: 'fence', lang: 'yaml', body: lines }, ...draft.items],
  };
}

/** The same list when nothing in it could be replaced. */
function replaced(
  items: readonly ImportedItem[],
  reasons: ReadonlyMap<ImportedItem, Problem>,
): readonly ImportedItem[] {
  let changed = false;
  const result = items.flatMap((item): ImportedItem[] => {
    if (item.kind === 'container') {
      // A fault in a container may be told of all of it: then each of its parts is shown as text.
      const whole = reasons.get(item);
      const own = whole ? new Map([...item.items.map((one) => [one, whole] as const), ...reasons]) : reasons;
      const inside = replaced(item.items, own);
      if (inside === item.items) return [item];
      changed = true;
      return [{ ...item, items: inside }];
    }
    const problem = reasons.get(item);
    const body = problem && bodyOf(item);
    if (!problem || !body) return [item];
    changed = true;
    const { line, endLine, indent } = item;
    const title = item.kind === 'step' || item.kind === 'result' ? item.title : undefined;
    const remark = doubt(item, `This is shown as text. ${problem.message}`, problem.fix);
    return [remark, { line, endLine, indent, kind: 'fence', lang: 'text', body, title }];
  });
  return changed ? result : items;
}

/** Returns the body of an item's fence; undefined for one that is plain already. */
function bodyOf(item: ImportedItem): readonly string[] | undefined {
  switch (item.kind) {
    case 'step':
    case 'result':
      return item.body;
    case 'fence':
      return item.lang === 'text' && !item.title ? undefined : item.body;
    case 'prose':
      return item.lines;
    case 'heading':
      return [item.text];
    case 'elapse':
      return [`<Elapse duration="${item.duration}" />`];
    case 'doubt':
    case 'container':
      return undefined;
  }
}
