import {
  type ComparedPage,
  comparedPageText,
  comparedSummary,
  comparePages,
  type Plan,
  type PreparedRun,
} from '../doctest/index.ts';
import { PAGE_FAILED, PASSED } from './exit-codes.ts';
import { usesColor } from './terminal.ts';

/** `--report compare`: page, recording and sandbox side by side. @returns the exit code: 1 where they part */
export async function compare(plan: Plan, recording: PreparedRun, sandbox: PreparedRun): Promise<number> {
  const { stdout } = process;
  const width = stdout.columns ?? Number(process.env.COLUMNS ?? 0);
  const options = { color: usesColor(stdout), width: width >= 40 ? width : 80 };
  const pages: ComparedPage[] = [];
  for await (const page of comparePages(plan, { recording, sandbox })) {
    pages.push(page);
    stdout.write(`${comparedPageText(page, options)}\n\n`);
  }
  stdout.write(`${comparedSummary(pages, options)}\n`);
  const part = pages.some(({ steps }) => steps.some(({ parting }) => parting.length > 0));
  return part ? PAGE_FAILED : PASSED;
}
