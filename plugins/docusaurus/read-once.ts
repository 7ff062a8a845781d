import { type PageIdentity, readPage } from '../../src/procedure/index.ts';
import { memoize } from '../../src/project/index.ts';

/** Parses a page, or remembers it: each page of a course asks for all of them. */
export const readOnce = memoize(
  (text: string, identity: PageIdentity) => readPage(text, identity),
  ({ file }) => file,
);
