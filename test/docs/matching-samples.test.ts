import { readFileSync } from 'node:fs';
import type { Code } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { readAccount } from '../../src/aws/sandbox/index.ts';
import { openPractice } from '../../src/practice/index.ts';
import { parseInfo, parsePage, readPage } from '../../src/procedure/index.ts';

const file = 'docs/writing/matching.mdx';
const source = readFileSync(file, 'utf8');
const samples = readSamples();

test('the page shows what is accepted and what is rejected', () => {
  expect(samples.filter(({ accepted }) => accepted).length).toBeGreaterThan(1);
  expect(samples.filter(({ accepted }) => !accepted).length).toBeGreaterThan(5);
});

test.each(samples)('$title', async ({ text, command, accepted }) => {
  const { page, problems } = readPage(text, { id: 'writing/matching', file, locale: 'ja' });
  expect(problems).toEqual([]);
  const accountFile = 'docs/writing/_examples.yaml';
  const { account } = readAccount(readFileSync(accountFile, 'utf8'), accountFile);
  if (!page || !account) throw new Error('The page or its account cannot be read.');
  const practice = openPractice({ account });
  const statuses: string[] = [];
  for (const step of page.steps) statuses.push((await practice.run(page, step)).status);
  await practice.close();
  const expected = page.steps.map((_, index) => (index === command && !accepted ? 'failed' : 'passed'));
  expect(statuses).toEqual(expected);
});

/** Each ✓ and ✗ fence, put in the place of the result example above it. */
function readSamples() {
  const found: { title: string; accepted: boolean; command: number; text: string }[] = [];
  let result: Code | undefined;
  let command = -1;
  visit(parsePage(source), 'code', (node) => {
    const words = `${node.lang} ${node.meta ?? ''}`;
    if (words.startsWith('bash ')) command += 1;
    if (/^\w+ result/.test(words)) result = node;
    const [, title, mark] =
      /title="((✓|✗)[^"]*)"/.exec(parseInfo(node.lang ?? '', node.meta ?? '').docusaurus.join(' ')) ?? [];
    if (title === undefined || !result) return;
    const [from, to] = [result.position?.start.offset ?? 0, result.position?.end.offset ?? 0];
    const fence = `\`\`\`${result.lang} result\n${node.value}\n\`\`\``;
    found.push({
      title,
      accepted: mark === '✓',
      command,
      text: source.slice(0, from) + fence + source.slice(to),
    });
  });
  return found;
}
