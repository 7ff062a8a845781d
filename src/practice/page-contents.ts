import { type Page, type RunnableStep, resultsOf } from '../procedure/index.ts';
import { expanded, type ShellContents } from './given-text.ts';

/** Digests of contents: MD5 or SHA-256 in hexadecimal digits, SHA-256 in base64. */
const DIGEST = /[0-9a-f]{32}|[A-Za-z0-9+/]{43}=/;
/** Words of a script that may name a file. */
const WORD = /[\w./${}~+@-]+/g;

/**
 * The contents of the files that the scripts of a page up to a step name. Only results that show a digest are compared with
 * them; for the others nothing is read.
 */
export async function pageContents(
  page: Page,
  step: RunnableStep,
  { values, readFile }: ShellContents,
): Promise<readonly string[]> {
  if (!resultsOf(step).some(({ body }) => DIGEST.test(body))) return [];
  const above = page.steps.slice(0, page.steps.findIndex(({ id }) => id === step.id) + 1);
  const words = above.flatMap((other) => ('script' in other ? (other.script.match(WORD) ?? []) : []));
  const paths = new Set(
    words
      .map((word) => expanded(word, values))
      .filter((path) => /\w/.test(path) && !path.startsWith('/dev/')),
  );
  const contents = await Promise.all([...paths].map((path) => readFile(path)));
  return contents.filter((content) => content !== undefined);
}
