import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { markSteps } from '../../../plugins/remark/mark-steps.ts';
import { parsePage, readPage } from '../../../src/procedure/index.ts';
import { readFenceMetadata } from '../../../src/site/fence-metadata.ts';

/** The fences of a page, as the theme reads them: role, number and what else is told. */
function marked(text: string): string[] {
  const { page, problems } = readPage(text, { id: 'c/p', file: 'p.mdx', locale: 'ja' });
  if (!page) throw new Error(JSON.stringify(problems));
  const tree: Root = parsePage(text);
  markSteps(tree, page.steps);
  const told: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'code') {
      const { role, id: _, ...facts } = readFenceMetadata(node.meta ?? '') ?? {};
      told.push([role ?? 'none', ...Object.entries(facts).map((fact) => fact.join('='))].join(' '));
    } else if (node.type === 'mdxJsxFlowElement' && node.name === 'Elapse') {
      const attributes = node.attributes.flatMap((one) => ('name' in one ? `${one.name}=${one.value}` : []));
      told.push(`elapse ${attributes.join(' ')}`);
    }
  });
  return told;
}

test('steps that a reader sees are numbered; results belong to the step before', () => {
  expect(
    marked(
      '```bash env\nA=1\n```\n\n```bash setup\nls\n```\n\n```bash command\nls\n```\n\n```text result\nx\n```\n\n```css\na {}\n```\n',
    ),
  ).toEqual(['env number=1', 'command number=2', 'result', 'none']);
});

test('conditions, reasons and files are told', () => {
  expect(
    marked('```bash command only=bash,cli2 skip="slow"\nls\n```\n\n```json file=a.json\n{}\n```\n'),
  ).toEqual(['command number=1 skip=slow only=bash,cli2', 'file number=2 file=a.json']);
});

test('an elapse learns which step it is', () => {
  expect(marked('<Elapse duration="1h" id="wait" />\n')).toEqual([
    'elapse duration=1h id=wait step=wait number=1',
  ]);
});

test("what is Docusaurus's own in an info string stays", () => {
  const text = '```bash command title="a b" {1}\nls\n```\n';
  const { page } = readPage(text, { id: 'c/p', file: 'p.mdx', locale: 'ja' });
  const tree = parsePage(text);
  markSteps(tree, page?.steps ?? []);
  expect(JSON.stringify(tree)).toContain(String.raw`"meta":"title=\"a b\" {1} tejun-role=command`);
});
