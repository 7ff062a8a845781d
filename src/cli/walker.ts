import type { Interface } from 'node:readline/promises';
import { styleText } from 'node:util';
import {
  escapeControlChars,
  failuresText,
  type PageReport,
  type StepReport,
  stepTotals,
  type Walker,
} from '../doctest/index.ts';
import { say } from '../language/index.ts';
import { isHidden } from '../procedure/index.ts';
import { usesColor } from './terminal.ts';

interface TerminalWalker extends Walker {
  /** Says how many steps passed. */
  summarize(reports: readonly PageReport[]): void;
}

/**
 * Shows each step in a terminal, waits for an answer, and shows what came of it.
 *
 * @param input where answers come from; undefined runs all steps. Its end ends the run.
 */
export function createWalker(stdout: NodeJS.WriteStream, input: Interface | undefined): TerminalWalker {
  const color = usesColor(stdout);
  const paint = (style: 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow', text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const print = (text: string): unknown => stdout.write(`${text}\n`);
  const answers = input?.[Symbol.asyncIterator]();
  let asks = input !== undefined;
  let heading = '';
  return {
    onPrerequisites: (pages) =>
      print(paint('dim', say`Running first: ${pages.map(({ id }) => id).join(', ')}`)),
    onPage: ({ title }) => print(`\n${paint('bold', `# ${title}`)}`),
    onStep: async ({ steps }, step) => {
      const shown = steps.filter((one) => !isHidden(one));
      const title = step.headings.at(-1) ?? '';
      if (title !== heading) print(`\n${paint('bold', `## ${title}`)}`);
      heading = title;
      const script =
        step.role === 'elapse'
          ? say`wait ${Math.round(step.durationMs / 1000)} s`
          : escapeControlChars(step.script);
      print(`\n${paint('dim', `[${shown.findIndex(({ id }) => id === step.id) + 1}/${shown.length}]`)}`);
      print(paint('cyan', script.replace(/^/gm, '  ')));
      if (!asks) return true;
      stdout.write(paint('dim', say`Enter: run, a: run all, q: quit > `));
      const { value = 'q', done } = (await answers?.next()) ?? { done: true };
      const answer = done ? 'q' : value.trim().toLowerCase();
      if (answer === 'a') asks = false;
      return answer !== 'q';
    },
    onEnd: (page, report, outcome) => {
      const output = 'output' in outcome ? outcome.output : undefined;
      const printed = escapeControlChars(`${output?.stdout ?? ''}${output?.stderr ?? ''}`).trimEnd();
      if (printed) print(printed);
      print(verdictText(page.file, report));
      if (report.status === 'failed') asks = input !== undefined;
    },
    summarize: (reports) => {
      const { passed, failed, skipped } = stepTotals(reports);
      for (const error of reports.flatMap(({ errors }) => errors)) print(`\n${paint('red', error)}`);
      const counts = [
        say`${passed} passed`,
        ...(failed ? [say`${failed} failed`] : []),
        ...(skipped ? [say`${skipped} not run`] : []),
      ];
      print(`\n${counts.join(', ')}`);
    },
  };

  function verdictText(file: string, report: StepReport): string {
    if (report.status === 'skipped') return paint('yellow', say`- not run: ${report.reason}`);
    if (report.status === 'passed')
      return paint('green', report.compared ? say`✓ as the page shows` : say`✓ it succeeded`);
    const page = { page: file, locale: '', file, steps: [report], errors: [] };
    return failuresText([page], { color });
  }
}
