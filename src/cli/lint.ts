import { resolve } from 'node:path';
import type { Command } from 'commander';
import { lintCourse, lintText } from '../authoring/lint/index.ts';
import { InputError, makePlan, type PlannedPage, UsageError } from '../doctest/index.ts';
import { formatProblem, type Problem } from '../procedure/index.ts';
import { PAGE_FAILED, PASSED, USAGE_ERROR } from './exit-codes.ts';
import { findTexts, readText, type TextFile } from './lint-files.ts';

interface LintOptions {
  readonly root: string;
}

const EXAMPLES = `
  tejun lint                                  every page and account file, in every language
  tejun lint docs/my-course                   a folder or a file
  tejun lint draft.txt                        any text: for account numbers, keys, addresses

A page may keep what a rule is against, with a reason, in its front matter:
  tejun:
    allow: [{ rule: account-id, value: '582318560864', reason: published by AWS }]`;

/** Configures `tejun lint`; `exit` receives the exit code. */
export function configureLint(command: Command, exit: (code: number) => void): void {
  command
    .argument('[paths...]', 'files or folders; the whole project when left out')
    .option('--root <folder>', 'the project, where docs/ is', process.cwd())
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(tejun lint --help lists what can be asked for)')
    .action((paths: string[], options: LintOptions) => {
      exit(lintOrExplain(paths, resolve(options.root)));
    });
}

function lintOrExplain(paths: readonly string[], root: string): number {
  try {
    return lint(paths, root);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof InputError)) throw error;
    const problems = error instanceof InputError ? error.problems.map(formatProblem).join('\n') : undefined;
    console.error(problems ?? error.message);
    return USAGE_ERROR;
  }
}

function lint(paths: readonly string[], root: string): number {
  const texts =
    paths.length === 0
      ? findTexts([root], root)
      : findTexts(
          paths.map((path) => resolve(path)),
          root,
        );
  const pages = pagesAmong(texts, root);
  const problems = [
    ...coursesOf(pages).flatMap(lintCourse),
    ...texts
      .filter(({ file }) => !pages.some(({ page }) => page.file === file))
      .flatMap((text) => lintText(text.file, readText(text))),
  ].filter(({ file }) => texts.some((text) => text.file === file));
  return tell(problems, texts.length);
}

/** Only where a page is asked about is the project read: a draft elsewhere needs none. */
function pagesAmong(texts: readonly TextFile[], root: string): readonly PlannedPage[] {
  return texts.some(({ isPage }) => isPage) ? makePlan({ root }).library : [];
}

/** The pages of each course in each language, in the order in which they build on one another. */
function coursesOf(pages: readonly PlannedPage[]): PlannedPage[][] {
  const courses = new Map<string, PlannedPage[]>();
  for (const planned of pages) {
    const key = `${planned.page.locale}:${planned.page.course}`;
    courses.set(key, [...(courses.get(key) ?? []), planned]);
  }
  return [...courses.values()];
}

function tell(problems: readonly Problem[], files: number): number {
  const count = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? '' : 's'}`;
  if (problems.length === 0) {
    console.log(`${count(files, 'file')}, nothing to mend.`);
    return PASSED;
  }
  console.log(problems.map(formatProblem).join('\n'));
  console.log(`\n${count(problems.length, 'problem')} in ${count(files, 'file')}.`);
  return PAGE_FAILED;
}
