import type { Root } from 'mdast';
import { mentions } from './apply-variables.ts';
import { type FrontMatter, NO_FRONT_MATTER, readFrontMatter } from './front-matter/index.ts';
import { courseOf, resolveRequirement } from './page-id.ts';
import { createReporter, inReadingOrder, type ProblemReporter, problemAt } from './problems.ts';
import { frontMatterOf, headingAnchor, relevantNodes } from './relevant-nodes.ts';
import { resultsOf } from './run-facts.ts';
import { indexSource, type SourceText } from './source-text.ts';
import { type FoundSteps, findSteps } from './steps.ts';
import type { Page, PageIdentity, Problem, Step } from './types.ts';

export interface ExtractOptions {
  /** Treatment of a shell fence without a role: a problem (the default), a warning, or nothing. */
  readonly onUnmarkedFence?: 'throw' | 'warn' | 'ignore';
}

export interface Extraction {
  /** Present exactly when there are no problems. */
  readonly page?: Page;
  /** All that is wrong in the page, in reading order. */
  readonly problems: readonly Problem[];
  /** Findings that the options make no problem, but that the writer should see. */
  readonly warnings: readonly Problem[];
}

/** Reads a page from its parsed tree and the source it was parsed from. */
export function extractPage(
  tree: Root,
  source: string,
  identity: PageIdentity,
  options: ExtractOptions = {},
): Extraction {
  const reporter = createReporter(identity.file);
  const text = indexSource(source);
  const frontMatter = frontMatterIn(tree, text, reporter);
  const { onUnmarkedFence = 'throw' } = options;
  const found = findSteps(tree, text, reporter, onUnmarkedFence !== 'throw');
  reportUnusedVariables(frontMatter, found.steps, reporter);
  reportNeverRun(identity, found.steps, reporter);
  reportRepeatedAnchors(tree, text, reporter);

  const unmarked = found.unmarked.map(({ place, lang }) =>
    problemAt(identity.file, place, 'unmarked-fence', lang),
  );
  const problems = inReadingOrder(reporter.problems);
  return {
    page: problems.length === 0 ? pageOf(identity, frontMatter, found) : undefined,
    problems,
    warnings: onUnmarkedFence === 'warn' ? unmarked : [],
  };
}

function frontMatterIn(tree: Root, source: SourceText, reporter: ProblemReporter): FrontMatter {
  const node = frontMatterOf(tree);
  if (node) return readFrontMatter(node, source, reporter);
  if (/^---[ \t]*$/.test(source.line(1))) reporter.report(source.at(1, 0), 'unclosed-front-matter');
  return NO_FRONT_MATTER;
}

function pageOf(identity: PageIdentity, frontMatter: FrontMatter, found: FoundSteps): Page {
  const { id } = identity;
  return {
    ...identity,
    course: courseOf(id),
    title: frontMatter.title ?? found.firstHeading ?? id,
    requires: frontMatter.requires.map(({ page }) => resolveRequirement(page, identity)),
    requiresPlaces: frontMatter.requires.map(({ place }) => place),
    account: frontMatter.account ?? 'account',
    variables: frontMatter.variables.map(({ place: _, ...variable }) => variable),
    ...(frontMatter.target && { target: frontMatter.target }),
    ...(frontMatter.allow.length > 0 && { allow: frontMatter.allow }),
    steps: found.steps,
  };
}

/** A form field that changes nothing on the page misleads its reader. */
function reportUnusedVariables(
  { variables }: FrontMatter,
  steps: readonly Step[],
  reporter: ProblemReporter,
): void {
  if (variables.length === 0) return;
  const texts = steps.flatMap((step) => {
    if (step.role === 'elapse') return [];
    return [step.script, ...resultsOf(step).map(({ body }) => body)];
  });
  for (const variable of variables) {
    if (texts.some((text) => mentions(text, variable))) continue;
    reporter.report(variable.place, 'unused-variable', variable.name, variable.default);
  }
}

/** A site gives what begins with `_` no page of its own. */
function reportNeverRun({ file }: PageIdentity, steps: readonly Step[], reporter: ProblemReporter): void {
  if (!/(?:^|\/)_/.test(file)) return;
  for (const { span } of steps) reporter.report(span.start, 'step-in-partial');
}

/** A link leads to the first of two anchors: nobody gets to the other. */
function reportRepeatedAnchors(tree: Root, source: SourceText, reporter: ProblemReporter): void {
  const lines = new Map<string, number>();
  for (const node of relevantNodes(tree)) {
    const found = node.type === 'heading' ? headingAnchor(node, source) : undefined;
    if (!found) continue;
    const { anchor, span } = found;
    const taken = lines.get(anchor);
    if (taken === undefined) lines.set(anchor, span.start.line);
    else reporter.report(span.start, 'duplicate-anchor', anchor, taken);
  }
}
