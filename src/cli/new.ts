import { resolve } from 'node:path';
import type { Command } from 'commander';

interface NewOptions {
  readonly root: string;
}

/** Configures `tejun new`; `exit` receives the exit code. */
export function configureNew(group: Command, exit: (code: number) => void): void {
  const add = (name: 'course' | 'page', argument: string, description: string) =>
    group
      .command(name)
      .description(description)
      .argument(`<${argument}>`, 'small letters and digits with "-" between words')
      .option('--root <folder>', 'the project, where docs/ is', process.cwd())
      .showHelpAfterError(`(tejun new ${name} --help lists what can be asked for)`)
      .action(async (id: string, { root }: NewOptions) => {
        const { begin } = await import('./new-files.ts');
        exit(begin(name, resolve(root), id));
      });
  add('course', 'course', 'an overview and an account file');
  add('page', 'course/page', 'a page with the standard sections, whose commands run as they are');
}
