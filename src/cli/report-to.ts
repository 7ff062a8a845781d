import type { RunPagesOptions } from '../../plugins/vitest/index.ts';
import { failuresText, jsonReport, pageText, summaryText } from '../doctest/index.ts';
import { usesColor } from './color.ts';
import type { RunReporterName } from './doctest-options.ts';

type Reporting = Pick<RunPagesOptions, 'onPage' | 'onEnd' | 'reporters' | 'stdout' | 'stderr'>;

/** Resolves a reporter's name. A document for machines has stdout to itself. */
export function reportTo(name: RunReporterName, stdout: NodeJS.WriteStream): Reporting {
  const { stderr } = process;
  switch (name) {
    case 'json':
      return {
        stdout: stderr,
        stderr,
        onEnd: (report) => stdout.write(`${JSON.stringify(jsonReport(report), undefined, 2)}\n`),
      };
    case 'junit':
      return { stdout, stderr, reporters: ['junit'], onEnd: () => undefined };
    case 'github':
      return { ...forPeople(stdout), reporters: ['github-actions'] };
    case 'default':
      return forPeople(stdout);
  }
}

function forPeople(stdout: NodeJS.WriteStream): Reporting {
  const options = { color: usesColor(stdout) };
  const print = (text: string): unknown => stdout.write(`${text}\n`);
  return {
    stdout,
    stderr: process.stderr,
    onPage: (page) => print(pageText(page, options)),
    onEnd: (report) => {
      const failures = failuresText(report.pages, options);
      if (failures) print(`\n${failures}`);
      print(`\n${summaryText(report, options)}`);
    },
  };
}
