import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { estimateMinutes, pageInfoOf } from '../../../../plugins/docusaurus/practices/page-info.ts';
import { type Page, readPage } from '../../../../src/procedure/index.ts';
import { folderOf } from '../../../project/folders.ts';

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

it('collects the facts of a page once, and again when its source was saved', () => {
  const text = '---\ntitle: x\n---\n\n```bash command\ntrue\n```\n';
  const siteDir = folderOf({ 'docs/c/p.mdx': text });
  const [sources, of] = [{ siteDir, sourceLocale: 'ja' }, page(text, 'en')];
  const first = pageInfoOf(of, sources);
  expect(first?.minutes).toBe(1);
  expect(pageInfoOf(of, sources)).toBe(first);
  const file = join(siteDir, 'docs/c/p.mdx');
  writeFileSync(file, text + '読む'.repeat(1_000));
  utimesSync(file, 1, 1);
  expect(pageInfoOf(of, sources)?.minutes).toBe(5);
});
