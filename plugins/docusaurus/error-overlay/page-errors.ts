import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { formatProblem, includePartials, type Problem, readPage } from '../../../src/procedure/index.ts';
import { identifyPage, readTextIfThere } from '../../../src/project/index.ts';

/** Start of Docusaurus' message, wherever the bundler puts it; in a terminal, with colours. */
const FAILED_PAGE = /MDX compilation failed for file "(.+?)"/;

/**
 * The problems of the page that an error is about, each an error that begins with `file:line:column` and ends with the
 * fix; any other error as it is.
 *
 * @param siteDir absolute path of the project
 * @param sourceLocale language of the pages under docs/
 */
export function pageErrors(error: Error, siteDir: string, sourceLocale: string): Error[] {
  const [, path] = FAILED_PAGE.exec(stripVTControlCharacters(error.message)) ?? [];
  if (path === undefined || !existsSync(path)) return [error];
  const identity = identifyPage(relative(siteDir, path).replaceAll('\\', '/'), sourceLocale);
  if (!identity) return [error];
  const read = (file: string): string | undefined => readTextIfThere(siteDir, file)?.text;
  const whole = includePartials(readFileSync(path, 'utf8'), identity.file, read);
  const problems = [...whole.problems, ...readPage(whole.text, identity).problems];
  if (problems.length === 0) return [error];
  return problems.map(asError);
}

/** Without the stack of whoever found it. */
export const asError = (problem: Problem): Error =>
  Object.assign(new Error(formatProblem(problem)), { stack: undefined });
