import { readFileSync } from 'node:fs';
import { type Account, readAccount } from '../../src/aws/sandbox/index.ts';
import { type Page, readPage } from '../../src/procedure/index.ts';
import type { PracticeData } from '../../src/session/engine/types.ts';

const course = 'sts-session-token';

/** The course as the site hands it to a reader's browser. */
export function courseData(): PracticeData {
  const pages = ['get-session-token', 'run-commands', 'clean-up'].map((name) => pageOf(`${course}/${name}`));
  const file = `docs/${course}/_account.yaml`;
  const account = readAccount(readFileSync(file, 'utf8'), file).account as Account;
  return { id: course, account, pages };
}

function pageOf(id: string): Page {
  const file = `docs/${id}.mdx`;
  return readPage(readFileSync(file, 'utf8'), { id, file, locale: 'ja' }).page as Page;
}
