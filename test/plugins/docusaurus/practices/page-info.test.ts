import { expect, it } from 'vitest';
import { estimateMinutes } from '../../../../plugins/docusaurus/practices/page-info.ts';
import { type Page, readPage } from '../../../../src/procedure/index.ts';

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
