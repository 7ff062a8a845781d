/** From MDX to the typed model of a procedure. Pure: the same in Node and in a browser. */
export { isCompared } from './compared.ts';
export { type Extraction, type ExtractOptions, extractPage } from './extract.ts';
export { type Fence, readFence } from './fence.ts';
export { fingerprint, formerFingerprint, hash } from './fingerprint.ts';
export { type FrontMatter, readFrontMatter, type TranslationMark } from './front-matter/index.ts';
export { type InfoAttribute, parseInfo } from './info.ts';
export { frontMatterOf, headingText } from './landmarks.ts';
export { nearestFew } from './nearest.ts';
export { parsePage, parseWithoutMdx } from './parse.ts';
export { checkPages, missingAccount, orderPages, prerequisites } from './plan.ts';
export { createReporter, formatProblem, problemAt } from './problems.ts';
export { readPage } from './read.ts';
export { findCommentLines, findOpenEnd, type Region, readScript } from './script.ts';
export { indexSource, type SourceText, spanOf } from './source-text.ts';
export { type Statement, statements } from './statements.ts';
export { syntaxProblem } from './syntax.ts';
export type * from './types.ts';
export { fillIn, refusalOf, substitute, type VariableValues } from './variables.ts';
