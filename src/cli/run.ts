import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type Command, Option } from 'commander';
import { factsOf, makePlan, planForRun, stepThrough } from '../doctest/index.ts';
import { say } from '../language/index.ts';
import { PAGE_FAILED, PASSED } from './exit-codes.ts';
import { planWithValues, type VariableOptions, withVariableOptions } from './page-variables.ts';
import { readCacheOf } from './parse-cache.ts';
import { prepare } from './prepare.ts';
import { createWalker } from './walker.ts';

interface RunOptions extends VariableOptions {
  readonly root: string;
  readonly locale?: string;
  readonly shell: 'simulated' | 'bash';
  readonly aws?: string;
  readonly yes?: boolean;
}

const examples = (): string => say`
  tejun run s3-objects/upload                 in the sandbox, without the AWS CLI
  tejun run s3-objects/upload --shell bash    in the sandbox, with bash and the AWS CLI of this machine

Enter runs the step that is shown, a runs all that follow, q ends the run. Clean-up that readers do not see always runs.
In a real account: tejun doctest --target live, or tejun script for a shell of your own.`;

/** Configures `tejun run`; `exit` receives the exit code. */
export function configureRun(command: Command, exit: (code: number) => void): void {
  withVariableOptions(command)
    .argument('<page>', say`id or path of a page; the pages that it requires run first`)
    .option('--locale <locale>', say`the language of the page (default: the source language)`)
    .addOption(
      new Option('--shell <shell>', say`what runs the commands`)
        .choices(['simulated', 'bash'])
        .default('simulated'),
    )
    .option('--aws <path>', say`the AWS CLI of --shell bash (default: TEJUN_AWS, or the one on the PATH)`)
    .option('-y, --yes', say`run all steps without a question`)
    .option('--root <folder>', say`the project, where docs/ is`, process.cwd())
    .addHelpText('after', examples())
    .action(async (page: string, options: RunOptions) => {
      exit(await run(page, options));
    });
}

async function run(name: string, options: RunOptions): Promise<number> {
  const root = resolve(options.root);
  const whole = await makePlan({
    root,
    cwd: process.cwd(),
    pages: [name],
    locales: options.locale === undefined ? [] : [options.locale],
    inOneLocale: true,
    inPart: true,
    cache: readCacheOf(root, true),
  });
  const { shell, aws } = options;
  const prepared = await prepare(whole, { target: 'sandbox', shell, aws });
  for (const note of prepared.notes) console.error(note);
  const plan = planForRun(planWithValues(whole, options), factsOf(prepared));
  const input = options.yes ? undefined : createInterface({ input: process.stdin });
  const walker = createWalker(process.stdout, input);
  try {
    const reports = await stepThrough(plan, prepared, walker);
    walker.summarize(reports);
    const isGood = reports.every(
      ({ errors, steps }) => errors.length === 0 && steps.every(({ status }) => status !== 'failed'),
    );
    return isGood ? PASSED : PAGE_FAILED;
  } finally {
    input?.close();
  }
}
