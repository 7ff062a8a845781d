import { resolve } from 'node:path';
import type { Command } from 'commander';
import { say } from '../language/index.ts';
import { PASSED } from './exit-codes.ts';

interface NewOptions {
  readonly root: string;
}

type Kind = 'course' | 'page' | 'account';

/** Configures `tejun new`; `exit` receives the exit code. */
export function configureNew(group: Command, exit: (code: number) => void): void {
  const add = (kind: Kind, argument: string, form: string, description: string) =>
    group
      .command(kind)
      .description(description)
      .argument(`<${argument}>`, form)
      .option('--root <folder>', say`the project, where docs/ is`, process.cwd())
      .action(async (id: string, { root }: NewOptions) => {
        exit(await create(kind, resolve(root), id));
      });
  const name = say`small letters and digits with "-" between words`;
  add('course', 'course', name, say`an overview and an account file`);
  add('page', 'course/page', name, say`a page with the standard sections, whose commands run as they are`);
  add(
    'account',
    'course|file.yaml',
    say`a course that has no account file, or the path of a new one`,
    say`an account file with every section, most of them as comments`,
  );
}

async function create(kind: Kind, root: string, id: string): Promise<number> {
  const { accountChanges, courseChanges, pageChanges } = await import('../authoring/new/index.ts');
  const { changeFiles } = await import('../project/index.ts');
  const changesOf = { course: courseChanges, page: pageChanges, account: accountChanges };
  const changes = changesOf[kind](root, id);
  changeFiles(root, changes);
  for (const { file } of changes) console.log(file);
  const next = await nextStep(kind, id);
  if (next !== undefined) console.log(next);
  return PASSED;
}

async function nextStep(kind: Kind, id: string): Promise<string | undefined> {
  const { ownCommand } = await import('../project/index.ts');
  const [course] = id.split('/');
  switch (kind) {
    case 'course':
      return say`\nNext: ${ownCommand(`new page ${id}/<page>`)}`;
    case 'page':
      return say`\nNext: add it to the list in docs/${course}/index.mdx; ${ownCommand(`doctest ${id}`)}`;
    case 'account':
      return undefined;
  }
}
