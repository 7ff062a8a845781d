import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Problem } from '../../procedure/index.ts';
import { accountFileOf, type ListedPage, type Project } from '../../project/index.ts';
import type { BlockedPage } from './types.ts';

export interface Runnable {
  readonly pages: readonly Page[];
  /** Pages that can be read, and build on what cannot be. */
  readonly blocked: readonly BlockedPage[];
}

/**
 * Divides the pages of a project with problems: a problem stops its own page, pages that require it, and pages in the
 * account that it is about.
 *
 * @returns undefined where a problem belongs to no page and no account: it may concern all
 */
export function runnablePages(
  root: string,
  { pages, problems, broken }: Project,
  files: readonly ListedPage[],
): Runnable | undefined {
  const firstIn = new Map<string, Problem>();
  for (const problem of problems) if (!firstIn.has(problem.file)) firstIn.set(problem.file, problem);
  const accounts = new Map(pages.map((page) => [page, accountFileOf(root, page)]));
  const known = new Set([
    ...files.filter(({ kind }) => kind === 'page').map(({ file }) => file),
    ...accounts.values(),
    ...[...broken.values()].flat().map(({ file }) => file),
  ]);
  if ([...firstIn.keys()].some((file) => !known.has(file))) return undefined;

  const stopped = new Map<string, Problem>();
  const keyOf = (locale: string, id: string): string => `${locale}:${id}`;
  for (const { file, locale, id } of files) {
    const problem = firstIn.get(file) ?? broken.get(file)?.[0];
    if (problem) stopped.set(keyOf(locale, id), problem);
  }
  const sources = new Map(files.filter((one) => !one.isTranslation).map(({ id, locale }) => [id, locale]));
  const whyNot = (page: Page): Problem | undefined => {
    const account = accounts.get(page) ?? '';
    const ofAccount = firstIn.get(account) ?? missingAccount(root, page, account, problems);
    if (ofAccount) return ofAccount;
    const locales = [page.locale, ...page.requires.flatMap((id) => sources.get(id) ?? [])];
    return page.requires
      .flatMap((id) => locales.map((locale) => stopped.get(keyOf(locale, id))))
      .find((problem) => problem !== undefined);
  };

  let left = pages.filter(({ file }) => !firstIn.has(file));
  const blocked: BlockedPage[] = [];
  for (let found = left; found.length > 0; ) {
    found = left.filter((page) => whyNot(page) !== undefined);
    for (const page of found) {
      const by = whyNot(page) as Problem;
      blocked.push({ page, by });
      stopped.set(keyOf(page.locale, page.id), by);
    }
    left = left.filter((page) => !found.includes(page));
  }
  return { pages: left, blocked };
}

/** A missing account is one problem, of the first page that is practised in it. */
const missingAccount = (
  root: string,
  { steps }: Page,
  file: string,
  problems: readonly Problem[],
): Problem | undefined =>
  steps.length > 0 && !existsSync(join(root, file))
    ? problems.find(({ code, message }) => code === 'missing-account' && message.includes(file))
    : undefined;
