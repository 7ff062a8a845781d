import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountStrings, createManualClock, readAccount } from '../../src/aws/sandbox/index.ts';
import { makePlan, type PlannedPage } from '../../src/doctest/plan/index.ts';
import type { MatchContext } from '../../src/matching/index.ts';
import { createBindings } from '../../src/practice/bindings.ts';
import { givenText } from '../../src/practice/given-text.ts';
import { openPractice } from '../../src/practice/index.ts';
import { requestedDuration } from '../../src/practice/judge-step.ts';
import type { PublishedResult } from './types.ts';

interface Circumstances {
  readonly seed: string;
  readonly start: Date;
}

/**
 * Runs the pages of a project in the sandbox, and returns each result example with what its step printed. Translations
 * share the results of their source: one language is enough.
 *
 * @throws Error where a step fails
 */
export async function readResults(
  root: string,
  pages: readonly string[],
  circumstances: Circumstances,
): Promise<PublishedResult[]> {
  const plan = await makePlan({ root, pages, inOneLocale: true, withPrerequisites: true });
  const results: PublishedResult[] = [];
  for (const chain of new Set(plan.pages.map((page) => page.chain)))
    results.push(
      ...(await runChain(
        root,
        plan.pages.filter((page) => page.chain === chain),
        circumstances,
      )),
    );
  return results;
}

async function runChain(
  root: string,
  pages: readonly PlannedPage[],
  { seed, start }: Circumstances,
): Promise<PublishedResult[]> {
  const file = pages.find(({ page }) => page.steps.length > 0)?.accountFile;
  if (file === undefined) return [];
  const { account } = readAccount(readFileSync(join(root, file), 'utf8'), file);
  if (!account) throw new Error(`${file} cannot be read.`);
  const clock = createManualClock(start);
  const practice = openPractice({ account, seed, clock });
  const accountData = { strings: accountStrings(account), compare: 'equal' } as const;
  const bindings = createBindings();
  const results: PublishedResult[] = [];
  try {
    for (const { page } of pages) {
      for (const step of page.steps) {
        const known = bindings.before(page, step);
        const outcome = await practice.run(page, step);
        const place = `${step.file ?? page.file}:${step.span.start.line}`;
        if (outcome.status === 'failed') throw new Error(`${place}: ${outcome.reason}`);
        if (outcome.status !== 'passed' || !outcome.output || !outcome.verdict || step.role === 'elapse')
          continue;
        bindings.learn(page, step, outcome.verdict);
        if (!('result' in step) || !step.result) continue;
        const { variables, readFile } = practice.shell.state;
        const context: MatchContext = {
          now: clock.account(),
          durationSeconds: requestedDuration(step.script),
          bindings: known,
          script: await givenText(page, step, { values: await variables(), readFile }),
          accountData,
        };
        results.push({ place, example: step.result, output: outcome.output, context });
      }
    }
  } finally {
    await practice.close();
  }
  return results;
}
