import { expect, it } from 'vitest';
import { asModule, directory } from '../../../plugins/docusaurus/practices/emit.ts';
import { estimateMinutes } from '../../../plugins/docusaurus/practices/estimate.ts';
import { type Page, readPage } from '../../../src/procedure/index.ts';

const load = async (source: string) =>
  (await import(`data:text/javascript,${encodeURIComponent(source)}`)).default as unknown;

it('carries data into the browser as it is, dates as dates', async () => {
  const value = {
    created: new Date('2021-12-20T09:00:00Z'),
    before: new Date(-5),
    nested: [{ text: 'new Date(5) "quoted" \\ \u0000date:7' }, null, 1.5],
  };
  expect(await load(asModule(value))).toEqual(value);
});

it('lists the modules by the ids of their practices', () => {
  expect(directory([{ id: 'a/b', path: '/x/practice-0.js' }])).toBe(
    'export default {\n  "a/b": () => import(/* webpackChunkName: "practice-a--b" */ "/x/practice-0.js"),\n};\n',
  );
});

const page = (source: string, locale: string): Page =>
  readPage(source, { id: 'c/p', file: 'docs/c/p.mdx', locale }).page as Page;
const steps = '```bash command\ntrue\n```\n\n'.repeat(8);

it('guesses four minutes for eight commands, and more for what there is to read', () => {
  const source = `---\ntitle: x\n---\n\n${steps}`;
  expect(estimateMinutes(page(source, 'ja'), source)).toBe(4);
  const prose = `${source}${'読む'.repeat(500)}\n`;
  expect(estimateMinutes(page(prose, 'ja'), prose)).toBe(6);
  expect(estimateMinutes(page(prose, 'en'), prose)).toBe(5);
});

it('counts no time that is fast-forwarded, and no less than a minute', () => {
  const source = '---\ntitle: x\n---\n\n<Elapse duration="15m" />\n';
  expect(estimateMinutes(page(source, 'ja'), source)).toBe(1);
});
