import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { estimateMinutes } from '../../plugins/docusaurus/practices/page-info.ts';
import { readPage } from '../../src/procedure/index.ts';

const ENGLISH = 'i18n/en/docusaurus-plugin-content-docs/current';
const courses = readdirSync('docs').filter((folder) => folder !== 'writing');

/** Minutes that the steps of a course take, those in which a reader on a real account waits included. */
function minutesOf(course: string): number {
  const files = readdirSync(`docs/${course}`).filter((name) => name.endsWith('.mdx'));
  return files.reduce((sum, name) => {
    const file = `docs/${course}/${name}`;
    const text = readFileSync(file, 'utf8');
    const { page } = readPage(text, { id: file, file, locale: 'ja' });
    if (!page || page.steps.length === 0) return sum;
    const waits = page.steps.map((step) => (step.role === 'elapse' ? step.durationMs / 60_000 : 0));
    return sum + estimateMinutes(page, text) + waits.reduce((all, one) => all + one, 0);
  }, 0);
}

test.each(courses)(
  'the overview of %s tells the time that its pages add up to, in each language',
  (course) => {
    const told = [
      /所要時間 \| (\d+)分ほど/.exec(readFileSync(`docs/${course}/index.mdx`, 'utf8'))?.[1],
      /Time \| About (\d+) minutes/.exec(readFileSync(`${ENGLISH}/${course}/index.mdx`, 'utf8'))?.[1],
    ].map(Number);
    expect(told[0]).toBe(told[1]);
    expect(Math.abs((told[0] ?? 0) - minutesOf(course))).toBeLessThanOrEqual(5);
  },
);
