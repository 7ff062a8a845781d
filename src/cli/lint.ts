import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { LintedPage, LintProblem } from '../authoring/lint/index.ts';
import { makePlan } from '../doctest/index.ts';
import { counted, say } from '../language/index.ts';
import { formatProblem, type Problem } from '../procedure/index.ts';
import {
  changeFiles,
  findPublishedFiles,
  type PublishedFile,
  readConfig,
  readText,
} from '../project/index.ts';
import { annotate, annotatingUnreadable } from './annotate.ts';
import { PAGE_FAILED, PASSED } from './exit-codes.ts';
import { findInCourse, findInFile, linter } from './lint-findings.ts';
import { checkLinks } from './lint-links.ts';
import { parseCacheOf, readCacheOf } from './parse-cache.ts';

interface LintOptions {
  readonly root: string;
  /** Make the corrections that need no decision. */
  readonly fix?: boolean;
  /** `false`: parse every page, and keep nothing on the disk. */
  readonly cache: boolean;
}

const examples = (): string => say`
  tejun lint                                  every page and account file, in every language
  tejun lint docs/my-course                   a folder or a file
  tejun lint draft.txt                        any text: for account numbers, keys, addresses

A page may keep what a rule is against, with a reason, in its front matter:
  tejun:
    allow: [{ rule: account-id, value: '582318560864', reason: published by AWS }]`;

/** Configures `tejun lint`; `exit` receives the exit code. */
export function configureLint(command: Command, exit: (code: number) => void): void {
  command
    .argument('[paths...]', say`files or folders; the whole project when left out`)
    .option('--root <folder>', say`the project, where docs/ is`, process.cwd())
    .option('--fix', say`remove prompts, and write plain characters for full-width and invisible ones`)
    .option('--no-cache', say`parse every page again, and keep nothing in node_modules/.cache`)
    .addHelpText('after', examples())
    .action(async (paths: string[], options: LintOptions) => {
      const root = resolve(options.root);
      exit(await annotatingUnreadable(root, () => lint(paths, { ...options, root })));
    });
}

async function lint(paths: readonly string[], options: LintOptions): Promise<number> {
  const { root } = options;
  const asked = paths.length === 0 ? [root] : paths.map((path) => resolve(path));
  const files = findPublishedFiles(asked, root, process.cwd());
  const names = new Set(files.map(({ file }) => file));
  const pages = await pagesAmong(files, options, paths.length === 0);
  const linted = new Set(pages.map(({ page }) => page.file));
  const cache = parseCacheOf(root, 'lint', options.cache);
  const { onUnmarkedFence } = readConfig(root);
  const problems: LintProblem[] = [];
  for (const course of coursesOf(pages))
    problems.push(...(await findInCourse(course, onUnmarkedFence, cache)));
  for (const { file } of files)
    if (!linted.has(file)) problems.push(...(await findInFile(root, file, cache)));
  const pageFiles = files.flatMap(({ file, isPage }) => (isPage ? [file] : []));
  problems.push(...(await checkLinks(root, pageFiles, cache)));
  if (paths.length === 0) cache?.sweep();
  // A partial is a part of each page that shows it.
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem])).values();
  const found = [...unique].filter(({ file }) => names.has(file));
  const left = options.fix ? await fixed(root, found) : found;
  annotate(left, root);
  return report(left, files.length);
}

/** Corrects files. @returns the problems that are left for the writer */
async function fixed(root: string, problems: readonly LintProblem[]): Promise<readonly LintProblem[]> {
  const { fixText } = await linter();
  const correctable = problems.filter(({ edit }) => edit !== undefined);
  const changes = [...new Set(correctable.map(({ file }) => file))].map((file) => {
    const { text: before = '' } = readText(root, file);
    const own = correctable.filter((problem) => problem.file === file);
    return { file, before, after: fixText(before, own) };
  });
  changeFiles(root, changes);
  for (const { file } of changes) {
    const count = correctable.filter((problem) => problem.file === file).length;
    console.log(say`fixed  ${file}  (${count})`);
  }
  return problems.filter(({ edit }) => edit === undefined);
}

/** Reads the courses that have a page among the files: a draft elsewhere needs none. */
async function pagesAmong(
  files: readonly PublishedFile[],
  { root, cache }: LintOptions,
  isWhole: boolean,
): Promise<readonly LintedPage[]> {
  const pages = files.flatMap(({ file, isPage }) => (isPage ? [join(root, file)] : []));
  if (pages.length === 0) return [];
  const { library } = await makePlan({
    root,
    pages: isWhole ? [] : pages,
    cache: readCacheOf(root, cache),
  });
  return library.map(({ page }) => ({ page, source: readText(root, page.file).text ?? '' }));
}

/** The pages of each course in each language, in the order in which they build on one another. */
function coursesOf(pages: readonly LintedPage[]): LintedPage[][] {
  const courses = new Map<string, LintedPage[]>();
  for (const linted of pages) {
    const key = `${linted.page.locale}:${linted.page.course}`;
    courses.set(key, [...(courses.get(key) ?? []), linted]);
  }
  return [...courses.values()];
}

function report(problems: readonly Problem[], files: number): number {
  if (problems.length === 0) {
    console.log(say`${counted(files, 'file')}, nothing to fix.`);
    return PASSED;
  }
  console.log(problems.map(formatProblem).join('\n'));
  console.log(say`\n${counted(problems.length, 'problem')} in ${counted(files, 'file')}.`);
  return PAGE_FAILED;
}
