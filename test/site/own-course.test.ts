import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, fileAt } from './built-site.ts';
import { type Locale, pageIds, source } from './pages.ts';

let folder: string;
beforeAll(async () => {
  folder = (await buildSite()).folder;
}, 600_000);

const prefix = (locale: Locale) => (locale === 'ja' ? '' : `/${locale}`);
const courseOf = (id: string) => id.slice(0, id.indexOf('/'));
const titleOf = (id: string, locale: Locale) =>
  /^title: ['"]?(.*?)['"]?$/m.exec(source(id, locale))?.[1] ?? '';
const courses = pageIds.filter((id) => id.endsWith('/index')).map(courseOf);

function htmlOf(id: string, locale: Locale): string {
  const path = `${prefix(locale)}/docs/${id.replace(/\/index$/, '')}`;
  const file = fileAt(folder, path);
  if (!file) throw new Error(`${path} is not in the built site`);
  return readFileSync(file, 'utf8');
}
const scriptsIn = (html: string) =>
  [...html.matchAll(/"?(\/[^"'\s>]*assets\/js\/[^"'\s>]+\.js)/g)].map(([, path = '']) => path);

describe.each(['ja', 'en'] as const)('what a reader of one course downloads (%s)', (locale) => {
  it('has in the scripts of all pages the address of each other course, and nothing else of it', () => {
    const [first, ...others] = pageIds
      .filter((id) => courses.includes(courseOf(id)))
      .map((id) => new Set(scriptsIn(htmlOf(id, locale))));
    const common = [...(first ?? [])].filter((script) => others.every((scripts) => scripts.has(script)));
    // The runtime and what all pages do.
    expect(common.length).toBeGreaterThanOrEqual(2);
    const code = common.map((script) => readFileSync(join(folder, script), 'utf8')).join('\n');
    const address = (course: string) => `${prefix(locale)}/docs/${course}"`;
    for (const course of courses) {
      expect(code.split(address(course)).length - 1, course).toBe(1);
      const rest = code.replace(address(course), '');
      expect(rest.includes(course), `${course} is named apart from its address`).toBe(false);
    }
    for (const id of pageIds.filter((one) => courses.includes(courseOf(one)))) {
      expect(code, id).not.toContain(id);
      expect(code, id).not.toContain(titleOf(id, locale));
    }
  });

  it('has in a page the courses that the page itself leads to, and no other', () => {
    for (const id of pageIds.filter((one) => courses.includes(courseOf(one)))) {
      const [html, written] = [htmlOf(id, locale), source(id, locale)];
      const named = courses.filter((course) => course !== courseOf(id) && html.includes(course));
      expect(
        named.filter((course) => !written.includes(course)),
        id,
      ).toEqual([]);
    }
  });
});
