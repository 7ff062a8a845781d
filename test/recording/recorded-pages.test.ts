import { expect, test } from 'vitest';
import type { AwsHost } from '../../src/aws/cli/index.ts';
import { type Page, readPage } from '../../src/procedure/index.ts';
import { RecordedPages } from '../../src/recording/index.ts';
import type { RecordedStep, Recording } from '../../src/recording/types.ts';

const text = ['aws s3 ls', 'aws s3 mb s3://a', 'aws s3 ls'].map(
  (script) => `\`\`\`bash command\n${script}\n\`\`\`\n`,
);
const { page = {} as Page } = readPage(text.join('\n'), { id: 'c/p', file: 'p.mdx', locale: 'en' });
const step = (id: string, script: string, endedAt: string, stdout: string): RecordedStep => ({
  ...{ id, script, endedAt: `2026-11-24T10:0${endedAt}:00Z` },
  calls: [
    {
      ...{ arguments: script.split(' ').slice(1), stdout, stderr: '' },
      ...{ exitCode: 0, files: [], removed: [] },
    },
  ],
});
const recording: Recording = {
  page: 'c/p',
  provenance: { date: '2026-11-24T10:00:00Z', target: 'live', cli: '', regions: [], locales: ['en'] },
  steps: [
    step('before-1', 'aws s3 ls', '1', 'first'),
    step('before-2', 'aws s3 ls', '2', 'second'),
    step(page.steps[1]?.id ?? '', 'aws s3 mb s3://old', '3', 'made'),
  ],
};

const opened = (found: Recording | undefined) =>
  new RecordedPages({ recordingOf: () => found, advice: () => 'Record it.' }, new Date(0));

async function run(pages: RecordedPages, index: number) {
  const current = page.steps[index];
  if (current?.role !== 'command') throw new Error('The page of the test has commands only.');
  pages.begin(page, current);
  const { stdout } = await pages.player.aws(current.script.split(' ').slice(1), {} as AwsHost);
  return { stdout, time: pages.clock.account().toISOString().slice(14, 16), told: pages.end(page, current) };
}

test('steps are paired by their scripts, the first with the first, whatever their ids; the clock follows', async () => {
  const pages = opened(recording);
  expect(await run(pages, 0)).toEqual({ stdout: 'first', time: '01', told: [] });
  expect(await run(pages, 2)).toEqual({ stdout: 'second', time: '02', told: [] });
});

test('a step whose script has changed is paired by its id, and tells what differs', async () => {
  const { time, told } = await run(opened(recording), 1);
  expect(time).toBe('03');
  expect(told).toEqual([
    '`aws s3 mb s3://a` was recorded with other arguments: `aws s3 mb s3://old`.',
    'Record it.',
  ]);
});

test('a page without a recording says so, and what to do', async () => {
  const pages = opened(undefined);
  expect((await run(pages, 0)).told).toEqual([
    'The page has no recording. `aws s3 ls` was not recorded.',
    'Record it.',
  ]);
});

test('between the steps only the calls of those that ran are answered', async () => {
  const pages = opened(recording);
  pages.enter(page);
  expect((await pages.player.aws(['s3', 'ls'], {} as AwsHost)).stderr).toContain('in a later step');
  await run(pages, 0);
  expect((await pages.player.aws(['s3', 'ls'], {} as AwsHost)).stdout).toBe('first');
});

test('the first call of a page is known', () => {
  const pages = opened(recording);
  expect(page.steps.map((one) => pages.isFirstCall(page, one))).toEqual([true, false, false]);
});
