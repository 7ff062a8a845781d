import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CONTENTS,
  type Contents,
  courseFile,
  documentOf,
  type Entry,
  FOLDER,
  type IndexPart,
  type KindIndex,
  pageFile,
  pageNumber,
  partFile,
  type Vector,
} from './index-files.ts';
import { documentsByPage, splitDocuments } from './split-documents.ts';

/** Writes the parts of the index that the search plugin has written, of which a search reads few. */
export async function writeSearchParts(folder: string, baseUrl: string): Promise<void> {
  const kinds: KindIndex[] = JSON.parse(await readFile(join(folder, 'search-index.json'), 'utf8'));
  await mkdir(join(folder, FOLDER), { recursive: true });
  const write = (file: string, content: unknown) => writeFile(join(folder, file), JSON.stringify(content));
  const { contents, parts } = splitWords(kinds);
  await write(CONTENTS, contents);
  for (const [number, part] of parts.entries()) await write(partFile(number), part);
  for (const [page, documents] of documentsByPage(kinds)) await write(pageFile(page), documents);
  const docs = `${baseUrl}docs/`;
  const courses = splitDocuments(kinds, ({ u }) =>
    u.startsWith(docs) ? u.slice(docs.length).split('/')[0] : undefined,
  );
  for (const [course, index] of courses) await write(courseFile(course), index);
}

/** Characters of JSON, about: what a search of one word reads at most, unless the word itself stands in more places. */
const LARGEST_PART = 48 * 1024;

/** Splits an index by its words, in their order: a search reads the parts in which what is typed may stand. */
export function splitWords(kinds: readonly KindIndex[]): { contents: Contents; parts: IndexPart[] } {
  const ranges = rangesOf(kinds);
  const partOf = new Map(ranges.flatMap((words, part) => words.map((word) => [word, part] as const)));
  const parts = ranges.map(() => kinds.map(() => ({ entries: [] as Entry[], vectors: [] as Paged[] })));
  for (const [kind, { documents, index }] of kinds.entries()) {
    const partOfNumber: number[] = [];
    for (const entry of index.invertedIndex) {
      const part = partOf.get(entry[0]) ?? 0;
      partOfNumber[entry[1]._index] = part;
      parts[part]?.[kind]?.entries.push(entry);
    }
    const pages = new Map(documents.map((document) => [String(document.i), pageNumber(document)]));
    for (const [field, weights] of index.fieldVectors) {
      const page = pages.get(documentOf(field)) ?? 0;
      for (const [part, own] of splitWeights(weights, partOfNumber))
        parts[part]?.[kind]?.vectors.push([page, field, own]);
    }
  }
  const frames = kinds.map(({ index: { version, fields, pipeline } }) => ({ version, fields, pipeline }));
  const ends = ranges.map((words) => [words[0] ?? '', words.at(-1) ?? ''] as const);
  return { contents: { kinds: frames, parts: ends }, parts };
}

type Paged = readonly [page: number, ...Vector];

function splitWeights(weights: readonly number[], partOfNumber: readonly number[]): Map<number, number[]> {
  const split = new Map<number, number[]>();
  for (let at = 0; at < weights.length; at += 2) {
    const [word = 0, weight = 0] = [weights[at], weights[at + 1]];
    const part = partOfNumber[word] ?? 0;
    const own = split.get(part);
    if (own) own.push(word, weight);
    else split.set(part, [word, weight]);
  }
  return split;
}

/** The words of all kinds together, sorted as lunr sorts them, and cut where a part is full. */
function rangesOf(kinds: readonly KindIndex[]): string[][] {
  const sizes = new Map<string, number>();
  for (const { index } of kinds)
    for (const entry of index.invertedIndex)
      sizes.set(entry[0], (sizes.get(entry[0]) ?? 0) + JSON.stringify(entry).length);
  const ranges: string[][] = [];
  let room = 0;
  for (const word of [...sizes.keys()].sort()) {
    const size = sizes.get(word) ?? 0;
    if (size > room || ranges.length === 0) {
      ranges.push([]);
      room = LARGEST_PART;
    }
    ranges.at(-1)?.push(word);
    room -= size;
  }
  return ranges;
}
