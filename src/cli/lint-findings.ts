import type { LintedPage, LintProblem } from '../authoring/lint/index.ts';
import { language, say } from '../language/index.ts';
import type { Page, Step } from '../procedure/index.ts';
import { cached, InputError, type ParseCache, readText } from '../project/index.ts';

/** Loads the rules: only when something has changed since it was linted last. */
export const linter = () => import('../authoring/lint/index.ts');

/**
 * Lints the pages of one course in one language, given in reading order.
 *
 * @param cache what was found in exactly these texts is taken from there
 */
export function findInCourse(
  course: readonly LintedPage[],
  onUnmarkedFence: string | undefined,
  cache: ParseCache | undefined,
): Promise<readonly LintProblem[]> {
  const name = `${course[0]?.page.locale}:${course[0]?.page.course}?${onUnmarkedFence}`;
  const text = JSON.stringify(
    course.map(({ page, source }) => [page.file, source, ...stepsOfPartials(page)]),
  );
  return cached(cache, named(name), text, async () => (await linter()).lintCourse(course));
}

const stepsOfPartials = ({ partials, steps }: Page): readonly Step[] =>
  partials ? steps.filter(({ file }) => file !== undefined) : [];

/** Lints a file of which only the text counts. */
export async function findInFile(
  root: string,
  file: string,
  cache: ParseCache | undefined,
): Promise<readonly LintProblem[]> {
  const { text, problem } = readText(root, file);
  if (problem) throw new InputError([problem], say`Nothing was checked.`);
  return cached(cache, named(file), text, async () => (await linter()).lintText(file, text));
}

/** Findings are kept in the words of the language in which they were told. */
const named = (what: string): string => `${language()}:${what}`;
