import { resolve } from 'node:path';
import type { Command } from 'commander';
import { say } from '../language/index.ts';
import { PASSED } from './exit-codes.ts';

interface NewOptions {
  readonly root: string;
}

/** Configures `tejun new`; `exit` receives the exit code. */
export function configureNew(group: Command, exit: (code: number) => void): void {
  const add = (name: 'course' | 'page', argument: string, description: string) =>
    group
      .command(name)
      .description(description)
      .argument(`<${argument}>`, say`small letters and digits with "-" between words`)
      .option('--root <folder>', say`the project, where docs/ is`, process.cwd())
      .action(async (id: string, { root }: NewOptions) => {
        exit(await create(name, resolve(root), id));
      });
  add('course', 'course', say`an overview and an account file`);
  add('page', 'course/page', say`a page with the standard sections, whose commands run as they are`);
}

async function create(what: 'course' | 'page', root: string, id: string): Promise<number> {
  const { courseChanges, pageChanges } = await import('../authoring/new/index.ts');
  const { changeFiles, ownCommand } = await import('../project/index.ts');
  const changes = what === 'course' ? courseChanges(root, id) : pageChanges(root, id);
  changeFiles(root, changes);
  for (const { file } of changes) console.log(file);
  const [course] = id.split('/');
  console.log(
    what === 'course'
      ? say`\nNext: ${ownCommand(`new page ${id}/<page>`)}`
      : say`\nNext: add it to the list in docs/${course}/index.mdx; ${ownCommand(`doctest ${id}`)}`,
  );
  return PASSED;
}
