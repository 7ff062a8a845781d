import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { courseOf, missingAccount, type Page, type Problem } from '../../procedure/index.ts';
import { accountFileOf, type PageList, type Project, readProject, readText } from '../../project/index.ts';
import type { ReadCache } from './read-cache.ts';

interface Reading {
  readonly cache: ReadCache;
  /** Files of drafts that a person has named. */
  readonly drafts?: ReadonlySet<string>;
  readonly list: PageList;
}

/** Reads a project with the accounts of its pages; all problems are in it. */
export async function readWithAccounts(root: string, { cache, list }: Reading): Promise<Project> {
  const project = await withAccounts(root, await readProject(root, { read: cache.page, list }), cache);
  cache.sweep();
  return project;
}

/**
 * Reads some courses of a project, and those that their pages require. A problem in another course is none of theirs.
 *
 * @param courses first folders of the ids of pages
 */
export async function readCourses(
  root: string,
  courses: ReadonlySet<string>,
  { cache, list, drafts }: Reading,
): Promise<Project> {
  const project = await readProject(root, {
    read: cache.page,
    list,
    drafts,
    isWanted: ({ id }) => courses.has(courseOf(id)),
  });
  const required = project.pages.flatMap(({ requires }) => requires.map(courseOf));
  const all = new Set([...courses, ...required]);
  return all.size > courses.size
    ? readCourses(root, all, { cache, list, drafts })
    : withAccounts(root, project, cache);
}

async function withAccounts(root: string, project: Project, cache: ReadCache): Promise<Project> {
  const problems = await accountProblems(root, project.pages, cache);
  return { ...project, problems: [...project.problems, ...problems] };
}

async function accountProblems(
  root: string,
  pages: readonly Page[],
  cache: ReadCache,
): Promise<readonly Problem[]> {
  const firstUse = new Map<string, Page>();
  for (const page of pages) {
    const file = accountFileOf(root, page);
    if (!firstUse.has(file) && page.steps.length > 0) firstUse.set(file, page);
  }
  const problems = [...firstUse].map(async ([file, page]) => {
    if (!existsSync(join(root, file))) return [missingAccount(page, file)];
    const { text, problem } = readText(root, file);
    return problem ? [problem] : await cache.account(text, file);
  });
  return (await Promise.all(problems)).flat();
}
