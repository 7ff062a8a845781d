import { expect, test } from 'vitest';
import { readOutline } from '../../src/translation/index.ts';
import { outline } from './outlines.ts';

test('a heading begins a section, with its anchor in either form', () => {
  const { sections } = outline('前文\n\n## A `b` {/* #a */}\n\n本文\n\n### C\n');
  expect(sections.map(({ heading }) => heading && [heading.depth, heading.text, heading.anchor])).toEqual([
    ...[undefined, [2, 'A b', 'a'], [3, 'C', undefined]],
  ]);
  expect(outline('## A {#a}\n', 'a.md').sections[1]?.heading?.anchor).toBe('a');
});

test('code, elapses and comments are no prose; words in code are', () => {
  const { sections } = outline(
    '本文\n\n{/* comment */}\n\n<Elapse duration="1h" />\n\n```bash command title="題"\n# 説明\nls\n```\n\n```text\n文章\n```\n',
  );
  const [{ blocks = [], prose = '' } = {}] = sections;
  expect(blocks.map(({ role }) => role)).toEqual(['elapse', 'command']);
  expect(prose.split(/\s+/)).toEqual(['本文', '題', '#', '説明', '```text', '文章', '```']);
});

test('blocks in lists and quotes belong to their section', () => {
  const { sections } = outline(
    '## A\n\n1. x\n\n   ```bash command\n   ls\n   ```\n\n> ```json result\n> {}\n> ```\n',
  );
  expect(sections[1]?.blocks.map(({ role }) => role)).toEqual(['command', 'result']);
});

test('a page that is not MDX, and settings that make no sense, are problems', () => {
  const codes = (text: string) => {
    const reading = readOutline(text, 'docs/c/p.mdx');
    return 'problems' in reading ? reading.problems.length : 0;
  };
  expect(codes('{')).toBe(1);
  expect(codes('---\ntejun: { requires: 1 }\n---\n')).toBe(1);
});
