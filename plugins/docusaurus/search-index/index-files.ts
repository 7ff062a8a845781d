/** A text that is found: a page's title, a heading of it, its description, or what stands below a heading. */
export interface SearchDocument {
  readonly i: number;
  readonly t: string;
  /** Address of the page. */
  readonly u: string;
  /** Number of the page's title; of a title itself absent. */
  readonly p?: number;
}

/** A word with the documents in which it stands: a property for each field, of documents by their numbers. */
export type Entry = readonly [term: string, postings: Postings];
interface Postings {
  /** Number of the word in vectors. */
  readonly _index: number;
  readonly [field: string]: number | Readonly<Record<string, unknown>>;
}
/** Weights of the words of a document, after the number of each: `['t/12', [word, weight, word, weight]]`. */
export type Vector = readonly [field: string, weights: readonly number[]];

/** Parts that indexes of one kind of document have in common: see `lunr.Index.load`. */
export interface IndexFrame {
  readonly version: string;
  readonly fields: readonly string[];
  readonly pipeline: readonly string[];
}

/** An index of lunr, as it is stored. */
export interface StoredIndex extends IndexFrame {
  readonly fieldVectors: readonly Vector[];
  readonly invertedIndex: readonly Entry[];
}

/** Documents of one kind, with their index. The search plugin writes one for each kind, titles first. */
export interface KindIndex {
  readonly documents: readonly SearchDocument[];
  readonly index: StoredIndex;
}

/** The words between two, of each kind of document. */
export type IndexPart = readonly PartOfKind[];
export interface PartOfKind {
  readonly entries: readonly Entry[];
  /** Weights of these words alone, each after the page of its document. */
  readonly vectors: readonly (readonly [page: number, ...Vector])[];
}

/** Table of the parts: a search reads it first. */
export interface Contents {
  readonly kinds: readonly IndexFrame[];
  /** First and last word of each part, in their order. */
  readonly parts: readonly (readonly [first: string, last: string])[];
}

/** Folder of the files, beside the whole index. */
export const FOLDER = 'search-index';
export const CONTENTS = `${FOLDER}/contents.json`;
export const partFile = (part: number): string => `${FOLDER}/words-${part}.json`;
/** Documents of a page, kind by kind. */
export const pageFile = (page: number): string => `${FOLDER}/page-${page}.json`;
/** Index of a course alone, for times without a network. */
export const courseFile = (course: string): string => `${FOLDER}/course-${course}.json`;
/** Tells the number of a document from its field in an index: `t/12`. */
export const documentOf = (field: string): string => field.slice(field.indexOf('/') + 1);
/** Number of the page that a document belongs to. */
export const pageNumber = ({ i, p = i }: SearchDocument): number => p;
