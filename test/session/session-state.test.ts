import { beforeEach, expect, it } from 'vitest';
import { type Page, readPage } from '../../src/procedure/index.ts';
import { withOwnValues } from '../../src/session/session-state.ts';
import { createBrowser } from './browser.ts';
import { courseData } from './course.ts';
import { stubLocalStorage } from './storage.ts';

const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\`\n\n`;

const WHO = 'aws sts get-caller-identity --query Account --output text';
const SHOWN = 'echo arn:aws:iam::999988887777:user/a';
const text = [
  fence('bash command id=who', WHO),
  fence('text result', '999988887777'),
  fence('bash command id=shown', SHOWN),
  fence('bash command id=as-written replace=off', SHOWN),
].join('');
const page = readPage(text, { id: 'course/page', file: 'page.mdx', locale: 'ja' }).page as Page;

beforeEach(() => void stubLocalStorage());

it("shows a command as its button runs it: with the reader's own values, unless the page says replace=off", async () => {
  const data = courseData();
  const account = String(data.account.id);
  const session = await createBrowser({ ...data, pages: [page] }).openTab();
  const shown = (step: string) => withOwnValues(SHOWN, session.state, { page: page.id, step });
  expect(shown('shown')).toBe(SHOWN);

  await session.run({ page: page.id, step: 'who' });
  expect(shown('shown')).toBe(`echo arn:aws:iam::${account}:user/a`);
  expect(shown('as-written')).toBe(SHOWN);
  expect(shown('who')).toBe(SHOWN);
  expect(await session.run({ page: page.id, step: 'shown' })).toMatchObject({
    status: 'passed',
    output: { stdout: `arn:aws:iam::${account}:user/a\n` },
    verdict: { notices: [{ replaced: { from: '999988887777', to: account } }] },
  });

  await session.reset(page.id, 'who');
  expect(shown('shown')).toBe(SHOWN);
});
