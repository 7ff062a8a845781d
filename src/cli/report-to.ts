import { appendFileSync } from 'node:fs';
import {
  DOCUMENTS,
  type DocumentName,
  failuresText,
  githubAnnotations,
  type PageReport,
  pageText,
  type RunReport,
  summaryText,
  timingsText,
} from '../doctest/index.ts';
import type { Page, Step } from '../procedure/index.ts';
import type { ReporterChoice } from './reporters.ts';
import { createProgressLine, usesColor } from './terminal.ts';
import { writeDocument } from './write-document.ts';

/** Tells of a run while it goes on and when it ends. */
export interface Reporting {
  onStep(page: Page, step: Step): void;
  onPage(report: PageReport): void;
  onEnd(report: RunReport): void;
}

export interface ReportingOptions {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Absolute path of the project. */
  readonly root: string;
  /** Also the slowest steps. */
  readonly timings?: boolean;
  /** File that GitHub shows as the summary of a step. */
  readonly stepSummary?: string;
}

/** Opens the reporters of a run. A document for machines has stdout to itself: text for people then goes to stderr. */
export async function reportTo(
  choices: readonly ReporterChoice[],
  options: ReportingOptions,
): Promise<Reporting> {
  const documents = await Promise.all(
    choices.flatMap(({ name, file }) =>
      name in DOCUMENTS ? [document(name as DocumentName, file, options)] : [],
    ),
  );
  const hasStdout = choices.every(({ name, file }) => !(name in DOCUMENTS) || file !== undefined);
  const stream = hasStdout ? options.stdout : options.stderr;
  const reporters: Partial<Reporting>[] = [
    ...choices.flatMap(({ name }) =>
      name === 'default' || name === 'github' ? [forPeople(stream, options)] : [],
    ),
    ...choices.flatMap(({ name }) => (name === 'github' ? [forGithub(stream, options)] : [])),
    ...documents,
  ];
  return {
    onStep: (page, step) => {
      for (const reporter of reporters) reporter.onStep?.(page, step);
    },
    onPage: (report) => {
      for (const reporter of reporters) reporter.onPage?.(report);
    },
    onEnd: (report) => {
      for (const reporter of reporters) reporter.onEnd?.(report);
    },
  };
}

async function document(
  name: DocumentName,
  file: string | undefined,
  { stdout, timings, stderr }: ReportingOptions,
): Promise<Partial<Reporting>> {
  const format = await DOCUMENTS[name]();
  return {
    onEnd: (report) => {
      const text = format(report);
      const parts = typeof text === 'string' ? [text] : text;
      if (file === undefined) for (const part of parts) stdout.write(part);
      else writeDocument(file, [...parts].join(''));
      if (timings && file === undefined) stderr.write(`${timingsText(report.pages)}\n`);
    },
  };
}

function forPeople(stream: NodeJS.WriteStream, { timings }: ReportingOptions): Partial<Reporting> {
  const options = { color: usesColor(stream) };
  const progress = createProgressLine(stream);
  const print = (text: string): unknown => stream.write(`${text}\n`);
  return {
    onStep: progress.show,
    onPage: (page) => {
      progress.clear();
      print(pageText(page, options));
    },
    onEnd: (report) => {
      progress.clear();
      // The command line itself has printed the problems on stderr.
      if (report.problems && report.pages.length === 0) return;
      const failures = failuresText(report.pages, options);
      if (failures) print(`\n${failures}`);
      if (timings) print(`\n${timingsText(report.pages)}`);
      print(`\n${summaryText(report, options)}`);
    },
  };
}

function forGithub(stream: NodeJS.WriteStream, { root, stepSummary }: ReportingOptions): Partial<Reporting> {
  return {
    onEnd: (report) => {
      const annotations = githubAnnotations(report, `${root}/`);
      if (annotations) stream.write(`\n${annotations}\n`);
      if (stepSummary) appendFileSync(stepSummary, `${stepSummaryText(report)}\n`);
    },
  };
}

/** Markdown: the summary, and the failures as they are printed. */
function stepSummaryText(report: RunReport): string {
  const plain = { color: false };
  const failures = failuresText(report.pages, plain);
  return [
    '## Tejun doctest',
    '```text',
    summaryText(report, plain),
    ...(failures ? ['', failures] : []),
    '```',
  ].join('\n');
}
