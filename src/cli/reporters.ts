import { InvalidArgumentError } from 'commander';
import type { DocumentName } from '../doctest/index.ts';
import { say } from '../language/index.ts';

export const REPORTERS = [
  'default',
  'json',
  'junit',
  'github',
  'html',
  'tap',
  'badge',
  'policy',
  'compare',
] as const;
export type ReporterName = (typeof REPORTERS)[number];

/** A reporter, and the file that it writes; stdout where there is none. */
export interface ReporterChoice {
  readonly name: Exclude<ReporterName, 'compare'>;
  readonly file?: string;
}

const isDocument = (name: string): name is DocumentName =>
  ['json', 'junit', 'html', 'tap', 'badge', 'policy'].includes(name);

/** Collects the values of a repeated `--reporter`. */
export function parseReporter(text: string, earlier: readonly ReporterName[] = []): ReporterName[] {
  const found = REPORTERS.find((reporter) => reporter === text);
  if (found) return [...earlier, found];
  throw new InvalidArgumentError(say`No such reporter. There are: ${REPORTERS.join(', ')}.`);
}

/** Collects the values of a repeated `--output-file`: `junit=report.xml`. */
export function parseOutputFile(text: string, earlier: readonly ReporterChoice[] = []): ReporterChoice[] {
  const [, name = '', file = ''] = /^(\w+)=(.+)$/s.exec(text) ?? [];
  if (isDocument(name)) return [...earlier, { name, file }];
  throw new InvalidArgumentError(
    say`Write json=, junit=, html=, tap=, badge= or policy= and a path, as in junit=report.xml.`,
  );
}

/**
 * Returns the reporters of a run. One that has a file need not be named by `--reporter` too.
 *
 * @param github whether the run is a step of a GitHub workflow, whose default reporter annotates
 * @returns a sentence where two of them would write to stdout at once
 */
export function chooseReporters(
  names: readonly ReporterName[] = [],
  files: readonly ReporterChoice[] = [],
  github = false,
): readonly ReporterChoice[] | string {
  const onStdout = [...new Set(names)].filter((name) => !files.some((choice) => choice.name === name));
  const documents = onStdout.filter(isDocument);
  const [first = 'json'] = documents;
  const example = `${first}=${first}.${EXTENSIONS[first]}`;
  if (documents.length > 1)
    return documents.length > 2
      ? say`${documents.join(say` and `)} would all write to stdout: give all but one a file, as in --output-file ${example}`
      : say`${documents.join(say` and `)} would both write to stdout: give one a file, as in --output-file ${example}`;
  const isAsked = names.length > 0;
  return [
    ...(isAsked ? [] : [{ name: github ? 'github' : 'default' } as const]),
    ...onStdout.flatMap((name) => (name === 'compare' ? [] : [{ name }])),
    ...files,
  ];
}

const EXTENSIONS: Readonly<Record<DocumentName, string>> = {
  json: 'json',
  junit: 'xml',
  html: 'html',
  tap: 'tap',
  badge: 'json',
  policy: 'json',
};
