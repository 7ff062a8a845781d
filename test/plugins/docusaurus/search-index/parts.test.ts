import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import type {
  IndexPart,
  KindIndex,
  SearchDocument,
} from '../../../../plugins/docusaurus/search-index/index-files.ts';
import { joinParts } from '../../../../plugins/docusaurus/search-index/join-parts.ts';
import { neededParts, partsFrom } from '../../../../plugins/docusaurus/search-index/needed-parts.ts';
import {
  documentsByPage,
  splitDocuments,
} from '../../../../plugins/docusaurus/search-index/split-documents.ts';
import { splitWords } from '../../../../plugins/docusaurus/search-index/write-parts.ts';

const require = createRequire(import.meta.url);
const lunr = require('lunr');

/** A site of so many courses, of one page with two texts each; words of its own and words of all. */
function indexOf(courses: number): KindIndex[] {
  const titles: SearchDocument[] = [];
  const texts: SearchDocument[] = [];
  for (let course = 0; course < courses; course += 1) {
    const [i, u] = [course * 3 + 1, `/docs/course-${course}/page`];
    titles.push({ i, u, t: `Session ${course}` });
    for (const part of [1, 2]) {
      const own = Array.from({ length: 40 }, (_, word) => `w${word}x${course}y${part}`).join(' ');
      texts.push({ i: i + part, u, p: i, t: `credential session ${own} ${'session '.repeat(course % 3)}` });
    }
  }
  return [titles, texts].map((documents) => ({
    documents,
    index: JSON.parse(JSON.stringify(built(documents))),
  }));
}

const built = (documents: readonly SearchDocument[]) =>
  lunr(function (this: { ref(name: string): void; field(name: string): void; add(document: object): void }) {
    this.ref('i');
    this.field('t');
    for (const document of documents) this.add(document);
  });

const site = indexOf(20);

type Hit = { ref: string; score: number };
const hitsOf = (index: object, words: string): Hit[] => lunr.Index.load(index).search(words);

test.each(['session', 'credential', 'w7*', 'w7x3y1', '+session +w7x3y1', 'nothing'])(
  'parts find what the whole index finds, with the same weight: %s',
  (words) => {
    const { contents, parts } = splitWords(site);
    expect(parts.length).toBeGreaterThan(1);
    const asked = words.split(' ').map((word) => word.replace(/^\+|\*$/g, ''));
    const needed = neededParts(contents.parts, asked).map((part) => parts[part] as IndexPart);
    for (const [kind, { index }] of site.entries()) {
      const frame = contents.kinds[kind];
      if (!frame) throw new Error('a kind of documents is missing');
      expect(hitsOf(joinParts({ frame, kind }, needed).index, words)).toEqual(hitsOf(index, words));
    }
  },
);

test('a word is looked for in as many parts among 60 courses as among 10', () => {
  const asked = (courses: number) => {
    const { contents, parts } = splitWords(indexOf(courses));
    return { all: parts.length, read: neededParts(contents.parts, ['w7x3y1']).length };
  };
  const [few, many] = [asked(10), asked(60)];
  expect(many.all).toBeGreaterThan(few.all * 3);
  expect([few.read, many.read]).toEqual([1, 1]);
});

test('a beginning is looked for in all parts with words that begin so, and pieces of Japanese words in theirs', () => {
  const parts = [
    ['a', 'ca'],
    ['cb', 'cd'],
    ['ce', 'd'],
    ['情報', '証明'],
    ['認可', '認証'],
    ['認証局', '鍵'],
  ] as const;
  expect(partsFrom(parts, 'c')).toEqual([0, 1, 2]);
  expect(partsFrom(parts, 'z')).toEqual([]);
  expect(neededParts(parts, ['認証情報'])).toEqual([3, 4, 5]);
  expect(neededParts(parts, ['cc'])).toEqual([1]);
});

test('a course has the index of its own documents, with the weights of the whole', () => {
  const courses = splitDocuments(site, ({ u }) => u.split('/')[2]);
  expect(courses.size).toBe(20);
  const [, texts] = courses.get('course-5') ?? [];
  const own = new Set(texts?.documents.map(({ i }) => String(i)));
  expect(own.size).toBe(2);
  const all = hitsOf(site[1]?.index ?? {}, 'session');
  expect(hitsOf(texts?.index ?? {}, 'session')).toEqual(all.filter(({ ref }) => own.has(ref)));
  expect(
    documentsByPage(site)
      .get(16)
      ?.map((list) => list.map(({ i }) => i)),
  ).toEqual([[16], [17, 18]]);
});

test('splitting looks at each document once, whatever the number of courses', () => {
  const looksAt = (courses: number) => {
    let looks = 0;
    splitDocuments(indexOf(courses), ({ u }) => {
      looks += 1;
      return u.split('/')[2];
    });
    return looks;
  };
  expect(looksAt(20)).toBe(4 * looksAt(5));
});
