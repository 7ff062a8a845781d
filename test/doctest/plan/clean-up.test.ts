import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makePlan, type PlanOptions } from '../../../src/doctest/index.ts';

/** A project of pages, each with those that it requires. */
function projectOf(pages: Readonly<Record<string, readonly string[]>>): string {
  const root = mkdtempSync(join(tmpdir(), 'clean-up-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [id, requires] of Object.entries(pages)) {
    write(
      `docs/${id}.mdx`,
      `---\ntitle: a page\ntejun: { requires: [${requires.join(', ')}] }\n---\n\n\`\`\`bash command\ntrue\n\`\`\`\n`,
    );
    write(`docs/${dirname(id)}/_account.yaml`, "id: '123456789012'\n");
  }
  return root;
}

/** `page` or `page after what it builds on`, in the order of the run. */
async function planned(
  pages: Readonly<Record<string, readonly string[]>>,
  named: readonly string[],
  options: Partial<PlanOptions> = {},
): Promise<string[]> {
  const live = { withPrerequisites: true, cleansUpAlone: true, withCleanUp: true };
  const plan = await makePlan({ root: projectOf(pages), pages: named, ...live, ...options });
  return plan.pages.map(({ page, prerequisites }) =>
    [page.id, ...prerequisites.map(({ id }) => `after ${id}`)].join(' '),
  );
}

const COURSE = { 'c/clean-up': ['c/first'], 'c/first': [], 'c/second': ['c/first'], 'c/lone': [] };

describe('in a real account', () => {
  test('the clean-up of a course comes after all of its pages, also those of other chains', async () => {
    expect(await planned(COURSE, [])).toEqual(['c/lone', 'c/first', 'c/second after c/first', 'c/clean-up']);
  });

  test('it comes whichever page of the course is named, and nothing is made for its sake', async () => {
    expect(await planned(COURSE, ['c/lone'])).toEqual(['c/lone', 'c/clean-up']);
  });

  test('pages are listed with what they build on', async () => {
    expect(await planned(COURSE, ['c/second'])).toEqual(['c/first', 'c/second after c/first', 'c/clean-up']);
  });

  test('named alone it is run alone', async () => {
    expect(await planned(COURSE, ['c/clean-up'])).toEqual(['c/clean-up']);
  });

  test('named alone for a recording it is run with what it builds on', async () => {
    const options = { cleansUpAlone: false };
    expect(await planned(COURSE, ['c/clean-up'], options)).toEqual(['c/first', 'c/clean-up']);
  });

  test('one that builds on nothing waits for its course, and other courses do not wait for it', async () => {
    const pages = { 'a/clean-up': [], 'a/first': [], 'b/first': [], 'b/clean-up': [] };
    expect(await planned(pages, [])).toEqual(['a/first', 'a/clean-up', 'b/first', 'b/clean-up']);
  });
});
