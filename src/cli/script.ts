import { resolve } from 'node:path';
import type { Command } from 'commander';
import { say } from '../language/index.ts';
import { PASSED } from './exit-codes.ts';
import { type VariableOptions, variableValues, withVariableOptions } from './page-variables.ts';
import { readCacheOf } from './parse-cache.ts';

interface ScriptOptions extends VariableOptions {
  readonly root: string;
  readonly locale?: string;
  readonly alone?: boolean;
}

/** Configures `tejun script`; `exit` receives the exit code. */
export function configureScript(command: Command, exit: (code: number) => void): void {
  withVariableOptions(command)
    .argument('<page>', say`id or path of a page; the pages that it requires come first`)
    .option('--locale <locale>', say`the language of the headings (default: the source language)`)
    .option('--alone', say`without the pages that it requires`)
    .option('--root <folder>', say`the project, where docs/ is`, process.cwd())
    .addHelpText('after', '\n  tejun script s3-buckets/make-bucket > make-bucket.sh && bash make-bucket.sh')
    .action(async (page: string, options: ScriptOptions) => {
      exit(await script(page, options));
    });
}

async function script(name: string, options: ScriptOptions): Promise<number> {
  const { makePlan } = await import('../doctest/index.ts');
  const { bashScriptOf } = await import('../authoring/script/index.ts');
  const root = resolve(options.root);
  const { pages } = await makePlan({
    root,
    cwd: process.cwd(),
    pages: [name],
    locales: options.locale === undefined ? [] : [options.locale],
    inOneLocale: true,
    inPart: true,
    cache: readCacheOf(root, true),
  });
  const all = pages.flatMap(({ page, prerequisites }) => [...(options.alone ? [] : prerequisites), page]);
  const unique = [...new Set(all)];
  process.stdout.write(bashScriptOf(unique, variableValues(options, unique)));
  return PASSED;
}
