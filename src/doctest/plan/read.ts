import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { missingAccount, type Page, type Problem } from '../../procedure/index.ts';
import { accountFile, type Project, readProject, readText } from '../../project/index.ts';
import type { ReadCache } from './read-cache.ts';

/** Reads a project with the accounts of its pages; all problems are in it. */
export function readWithAccounts(root: string, cache: ReadCache): Project {
  const project = readProject(root, cache.page);
  return { ...project, problems: [...project.problems, ...accountProblems(root, project.pages, cache)] };
}

function accountProblems(root: string, pages: readonly Page[], cache: ReadCache): readonly Problem[] {
  const firstUse = new Map<string, Page>();
  for (const page of pages) {
    const file = accountFile(page.course, page.account);
    if (page.steps.length > 0 && !firstUse.has(file)) firstUse.set(file, page);
  }
  return [...firstUse].flatMap(([file, page]) => {
    if (!existsSync(join(root, file))) return [missingAccount(page, file)];
    const { text, problem } = readText(root, file);
    return problem ? [problem] : cache.account(text, file).problems;
  });
}
