import { describe, expect, test } from 'vitest';
import { projectRoot, tejun } from './tejun.ts';

interface Document {
  readonly pages: readonly { page: string; locale: string; steps: readonly { status: string }[] }[];
  readonly totals: { passed: number; failed: number; skipped: number };
}

async function run(...args: string[]): Promise<Document> {
  const { stdout, stderr, exitCode } = await tejun(['doctest', '--reporter', 'json', ...args], projectRoot);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return JSON.parse(stdout);
}

const names = ({ pages }: Document) => pages.map(({ page, locale }) => `${locale} ${page}`);

describe('the pages of this project', () => {
  test('all pass, in both languages, and so do two shards that share them', async () => {
    const [all, first, second] = [await run(), await run('--shard', '1/2'), await run('--shard', '2/2')];
    expect(all.totals).toMatchObject({ failed: 0, skipped: 0 });
    expect(new Set(all.pages.map(({ locale }) => locale))).toEqual(new Set(['ja', 'en']));
    expect(first.pages.length).toBeGreaterThan(0);
    expect(second.pages.length).toBeGreaterThan(0);
    expect([...names(first), ...names(second)].sort()).toEqual(names(all).sort());
    expect(first.totals.passed + second.totals.passed).toBe(all.totals.passed);
  }, 300_000);

  test('a page named alone runs after what it requires', async () => {
    const alone = await run('sts-session-token/clean-up', '--locale', 'en');
    expect(names(alone)).toEqual(['en sts-session-token/clean-up']);
    expect(alone.totals.failed).toBe(0);
  }, 120_000);
});
