import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { type Account, readAccount } from '../../../src/aws/sandbox/index.ts';
import { type Page, readPage } from '../../../src/procedure/index.ts';
import { readRecording } from '../../../src/recording/files/index.ts';
import type { Recording } from '../../../src/recording/index.ts';
import type { PracticeData } from '../../../src/session/engine/types.ts';
import { createBrowser } from '../browser.ts';
import { stubLocalStorage } from '../storage.ts';

const PROJECT = 'test/fixtures/recording/ecr';
const id = 'ecr/repository';

/** A practice of ECR, which the sandbox has not, as the site hands it to a browser. */
function practice(locale: string, more: Partial<PracticeData> = {}): PracticeData {
  const read = (file: string) => readFileSync(join(PROJECT, 'docs/ecr', file), 'utf8');
  const identity = { id, file: `docs/${id}.mdx`, locale };
  return {
    id: 'ecr',
    account: readAccount(read('_account.yaml'), '_account.yaml').account as Account,
    pages: [readPage(read('repository.mdx'), identity).page as Page],
    recordings: [readRecording(PROJECT, id) as Recording],
    ...more,
  };
}

const refs = ({ pages }: PracticeData) =>
  pages.flatMap(({ id: page, steps }) => steps.map((step) => ({ page, step: step.id })));

beforeEach(() => void stubLocalStorage());

it('answers the steps in order, again and again, at the time of the recording', async () => {
  const data = practice('en');
  const session = await createBrowser(data).openTab();
  const last = await session.runAll(refs(data));
  expect(session.state.results.map(({ outcome }) => outcome?.status)).toEqual(Array(5).fill('passed'));
  expect(last).toMatchObject({ status: 'passed', output: { stdout: expect.stringContaining('[]') } });
  expect(await session.run(refs(data)[2] as never)).toMatchObject({ status: 'passed' });
  const { provenance } = readRecording(PROJECT, id) as Recording;
  expect((await session.type('date -u +%F')).stdout.trim()).toBe(provenance.date.slice(0, 10));
});

it('answers in the terminal what has been recorded up to there, and says what it does not know', async () => {
  const data = practice('en');
  const session = await createBrowser(data).openTab();
  const typed = async (line: string) => (await session.type(line)).stderr;
  const list = "aws ecr describe-repositories --query 'repositories[].repositoryName' --output text";
  await session.runAll(refs(data).slice(0, 2));
  expect(await session.type('aws ecr describe-repositories')).toMatchObject({ exitCode: 0 });
  expect(await typed(`${list} | cat`)).toContain('was recorded in a later step of this page');
  expect(await typed('aws sts get-caller-identity')).toBe(
    '`aws sts get-caller-identity` was not recorded. A recording answers on this page: it knows only the calls of its steps.\n',
  );
  await session.runAll(refs(data).slice(2, 4));
  expect(await session.type(`${list} | cat`)).toMatchObject({ stdout: 'example-app\n', exitCode: 0 });
});

it("says it in the reader's language, before the first step too", async () => {
  const session = await createBrowser(practice('ja')).openTab();
  expect((await session.type('aws s3 ls')).stderr).toContain('`aws s3 ls`の記録はありません。');
});

it('fails a step that has no recording', async () => {
  const data = practice('en', { recordings: [] });
  const session = await createBrowser(data).openTab();
  expect(await session.runAll(refs(data).slice(0, 2))).toMatchObject({
    status: 'failed',
    reason: 'The page has no recording. `aws ecr describe-repositories` was not recorded.',
  });
});

it('leaves the other pages of the practice to the sandbox', async () => {
  const data = practice('en');
  const text = '```bash command\naws iam list-roles\n```\n';
  const other = readPage(text, { id: 'ecr/roles', file: 'docs/ecr/roles.mdx', locale: 'en' }).page as Page;
  const mixed = { ...data, pages: [...data.pages, other] };
  const session = await createBrowser(mixed).openTab();
  await session.runAll(refs(mixed));
  const { outcome } = session.state.results.at(-1) ?? {};
  expect(outcome).toMatchObject({ output: { stderr: expect.stringContaining('AccessDenied') } });
});
