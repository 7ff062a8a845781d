/** From MDX to the typed model of a procedure. Pure: the same in Node and in a browser. */

export { withAnswers } from './answers.ts';
export { applyVariables, invalidityOf, substitute, type VariableValues } from './apply-variables.ts';
export { closestMatches } from './closest-match.ts';
export { findDeepLine } from './deep-line.ts';
export { type Extraction, type ExtractOptions, extractPage } from './extract.ts';
export { type Fence, readFence } from './fence.ts';
export { fingerprint, formerFingerprint, hash } from './fingerprint.ts';
export {
  type FrontMatter,
  readFrontMatter,
  type TranslatedHeading,
  type TranslationMark,
} from './front-matter/index.ts';
export { hardToParse } from './hard-to-parse.ts';
export { type FenceInfo, type InfoAttribute, parseInfo } from './info-string.ts';
export { type Link, type PageLinks, readLinks } from './links.ts';
export { accountPath, courseOf } from './page-id.ts';
export { parseMarkdown, parsePage, parseWithoutMdx } from './parse-mdx.ts';
export { holdsSteps, type IncludedText, includePartials } from './partials.ts';
export { createReporter, formatProblem, problemAt } from './problems.ts';
export { mdxProblem, readPage } from './read-page.ts';
export { frontMatterOf, headingAnchor, headingText } from './relevant-nodes.ts';
export { relocate } from './relocate.ts';
export { checkPages, missingAccount, orderPages, prerequisites, prerequisitesIn } from './requirements.ts';
export { isCompared, isHidden, pageForRun, type RunFacts, resultsOf, stepForRun } from './run-facts.ts';
export { isSameScript } from './same-script.ts';
export { type SimpleCommand, shellCommands } from './shell-commands.ts';
export { findCommentLines, findOpenEnd, readScript, type ScriptRegion } from './shell-scanner.ts';
export { findOversize, LARGEST_TEXT, LONGEST_LINE } from './size-limits.ts';
export { indexSource, type SourceText, spanOf } from './source-text.ts';
export type * from './types.ts';
