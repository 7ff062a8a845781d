import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchedPlan } from '../../../src/doctest/engine/watched-plan.ts';
import { makePlan } from '../../../src/doctest/plan/index.ts';
import { createReadCache, type PageParser } from '../../../src/doctest/plan/read-cache.ts';
import { readPage } from '../../../src/procedure/index.ts';

const FILES = 'docs/course';
const textOf = (name: string, requires = ''): string =>
  `---\ntitle: ${name}\n${requires}---\n\n\`\`\`bash command\necho ${name}\n\`\`\`\n`;

/** A watched project of so many pages, of which the last one requires the first one. @returns what it parses, too */
async function watchedProject(pages: number) {
  const root = mkdtempSync(join(tmpdir(), 'tejun-watched-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, FILES), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(root, FILES, name), text);
  write('_account.yaml', "id: '123456789012'\n");
  for (let number = 1; number < pages; number += 1) write(`page-${number}.mdx`, textOf(`page-${number}`));
  write('last.mdx', textOf('last', 'tejun: { requires: [course/page-1] }\n'));
  const parsed: string[] = [];
  const parse: PageParser = async (text, page, options) => {
    parsed.push(page.id);
    return readPage(text, page, options);
  };
  const cache = createReadCache({ parse });
  const plan = () => makePlan({ root, cache });
  return { watched: watchedPlan(await plan(), plan), write, parsed };
}

/** Counts the cost of an edit of a page, in a project of so many pages. */
async function workOf(pages: number, name: string) {
  const { watched, write, parsed } = await watchedProject(pages);
  const before = parsed.splice(0).length;
  write(`${name}.mdx`, textOf(`${name} again`));
  const { pages: again, broken } = await watched.refresh([`${FILES}/${name}.mdx`]);
  return { before, parsed, run: again.map(({ page }) => page.id), broken };
}

test.each([3, 90])('of %d pages, an edit parses one page and runs that one', async (pages) => {
  expect(await workOf(pages, 'page-2')).toEqual({
    before: pages,
    parsed: ['course/page-2'],
    run: ['course/page-2'],
    broken: [],
  });
});

test.each([3, 90])('of %d pages, an edit runs what requires its page, which is not parsed', async (pages) => {
  const { parsed, run } = await workOf(pages, 'page-1');
  expect(parsed).toEqual(['course/page-1']);
  expect(run.toSorted()).toEqual(['course/last', 'course/page-1']);
});
