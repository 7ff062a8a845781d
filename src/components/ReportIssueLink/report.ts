import type { SessionStepOutcome } from '../../session/index.ts';

export interface Reported {
  readonly page: string;
  readonly step: string;
  readonly locale: string;
  /** Of the page's steps. */
  readonly version: string;
  readonly outcome: SessionStepOutcome | undefined;
}

/** The address of a new issue that says what happened. Places and kinds of differences only: values may be secrets. */
export function issueAddress(repository: string, words: { title: string; ask: string }, reported: Reported) {
  const { page, step, locale, version, outcome } = reported;
  const body = [
    `- page: ${page}`,
    `- step: ${step}`,
    `- language: ${locale}`,
    `- version: ${version}`,
    `- result: ${outcome?.status ?? 'not run on the page'}`,
    ...differencesOf(outcome).map((line) => `  - ${line}`),
    '',
    words.ask,
    '',
  ];
  return newIssueAddress(repository, { title: `${words.title}: ${page} ${step}`, body: body.join('\n') });
}

/** The address of a form for a new issue, with fields that are filled in. */
export const newIssueAddress = (repository: string, fields: Readonly<Record<string, string>>): string =>
  `${repository}/issues/new?${new URLSearchParams(fields)}`;

function differencesOf(outcome: SessionStepOutcome | undefined): string[] {
  if (outcome?.status !== 'failed') return [];
  if (outcome.output.stopped !== undefined) return ['stopped'];
  return (outcome.verdict?.differences ?? []).map(({ kind, path }) => `${kind} ${path}`.trim());
}
