import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAccount } from '../../src/aws/sandbox/index.ts';
import { openPractice, type StepOutcome } from '../../src/practice/index.ts';
import { orderPages, type Page, readPage } from '../../src/procedure/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const names = ['index', 'get-session-token', 'run-commands', 'clean-up'] as const;
export const locales = ['ja', 'en'] as const;
export type PageName = (typeof names)[number];
export type Locale = (typeof locales)[number];

const folders = {
  ja: 'docs/sts-session-token',
  en: 'i18n/en/docusaurus-plugin-content-docs/current/sts-session-token',
} as const;

/** The published text of a page of the course. */
export function source(locale: Locale, name: PageName): string {
  return readFileSync(`${root}${folders[locale]}/${name}.mdx`, 'utf8');
}

function page(locale: Locale, name: PageName, text = source(locale, name)): Page {
  const file = `${folders[locale]}/${name}.mdx`;
  const read = readPage(text, { id: `sts-session-token/${name}`, file, locale });
  if (!read.page) throw new Error(JSON.stringify(read.problems, null, 2));
  return read.page;
}

export interface StepResult {
  readonly page: string;
  readonly id: string;
  readonly outcome: StepOutcome;
}

/** Runs the whole course in one practice, in course order; `changed` replaces the text of pages. */
export async function runCourse(
  locale: Locale,
  changed: Partial<Record<PageName, string>> = {},
  options: { seed?: string; start?: Date } = {},
): Promise<StepResult[]> {
  const file = `${folders.ja}/_account.yaml`;
  const { account, problems } = readAccount(readFileSync(root + file, 'utf8'), file);
  if (!account) throw new Error(JSON.stringify(problems, null, 2));
  const practice = openPractice({ account, ...options });
  const results: StepResult[] = [];
  try {
    for (const one of orderPages(names.map((name) => page(locale, name, changed[name]))))
      for (const step of one.steps)
        results.push({ page: one.id, id: step.id, outcome: await practice.run(one, step) });
  } finally {
    await practice.close();
  }
  return results;
}

/** The steps that did not pass, each in one line. */
export function failures(results: readonly StepResult[]): string[] {
  return results
    .filter(({ outcome }) => outcome.status !== 'passed')
    .map(({ page: id, id: step, outcome }) => `${id} ${step}: ${'reason' in outcome ? outcome.reason : ''}`);
}
