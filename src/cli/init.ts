import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { SiteLocale } from '../authoring/new/index.ts';
import { language, say } from '../language/index.ts';
import { PASSED } from './exit-codes.ts';

interface InitOptions {
  readonly source: SiteLocale;
  /** Dependency on this package, as package.json writes it; this version when absent. */
  readonly package?: string;
}

/** Configures `tejun init`; `exit` receives the exit code. */
export function configureInit(command: Command, exit: (code: number) => void): void {
  command
    .argument(
      '[folder]',
      say`where the site begins; it may hold other files, none of which is written over`,
      '.',
    )
    .addOption(
      new Option(
        '--source <language>',
        say`the language that pages are written in; the other is the translation`,
      )
        .choices(['ja', 'en'])
        .default(language()),
    )
    .option(
      '--package <spec>',
      say`how package.json names tejun, as file:../tejun-0.2.0.tgz (default: this version)`,
    )
    .action(async (folder: string, options: InitOptions) => {
      exit(await init(resolve(folder), options));
    });
}

async function init(root: string, { source, package: spec }: InitOptions): Promise<number> {
  const { mkdirSync } = await import('node:fs');
  const { siteFiles } = await import('../authoring/new/index.ts');
  const { changeFiles } = await import('../project/index.ts');
  mkdirSync(root, { recursive: true });
  const changes = siteFiles(source, packageName(root), spec);
  changeFiles(root, changes);
  for (const { file } of changes) console.log(file);
  console.log(say`\nNext: npm install; npx tejun doctest; npm start`);
  return PASSED;
}

/** A name that npm takes: `My Site` -> `my-site`. */
const packageName = (root: string): string =>
  basename(root)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'procedures';
