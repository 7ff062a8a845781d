import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inLearningOrder } from '../../plugins/docusaurus/courses.ts';
import { readPage } from '../../src/procedure/index.ts';

const ENGLISH = 'i18n/en/docusaurus-plugin-content-docs/current';
const courses = readdirSync('docs').filter((folder) => existsSync(`docs/${folder}/_account.yaml`));
/** Published before the rule on columns; its blocks are held byte for byte by test/site/course.test.ts. */
const AS_PUBLISHED = 'sts-session-token/run-commands';

const pagesOf = (course: string): string[] =>
  readdirSync(`docs/${course}`)
    .filter((name) => name.endsWith('.mdx') && name !== 'index.mdx')
    .map((name) => `${course}/${name.slice(0, -'.mdx'.length)}`);

function stepsOf(id: string) {
  const file = `docs/${id}.mdx`;
  const { page } = readPage(readFileSync(file, 'utf8'), { id, file, locale: 'ja' });
  if (!page) throw new Error(`${file} is no page.`);
  return page.steps;
}

/** What a reader types in a course. */
function scriptsOf(course: string): string[] {
  return pagesOf(course)
    .filter((id) => id !== AS_PUBLISHED)
    .flatMap((id) =>
      stepsOf(id).flatMap((step) => (step.role === 'command' || step.role === 'env' ? [step.script] : [])),
    );
}

/** Lines of a page as blocks: a fence with what it holds, or a paragraph. */
function blocksOf(text: string): string[] {
  return text.match(/^```[\s\S]*?^```$|^(?!```).+(?:\n(?!```|\n).+)*/gm) ?? [];
}

/** What is said right after each error that a page prints, but for the tests of the end: there an error is the goal. */
function afterErrors(text: string): string[] {
  const blocks = blocksOf(text.slice(0, text.indexOf('{/* #completion */}')));
  return blocks.flatMap((block, index) =>
    /^```text result\n(?:\w+ failed: \S+ )?An error occurred|^```text result\nWaiter/.test(block)
      ? [blocks[index + 1] ?? '']
      : [],
  );
}

/** What a beginner cannot read, or what hides a part of the answer. */
const TRICKS: Readonly<Record<string, RegExp>> = {
  'a part cut off a value': /\$\{\w+(?:%%?|##?|\/)/,
  'a test in brackets': /(?:^|[;&|]\s*)\[\[? /m,
  'an edit of a file in place': /\bsed -i/,
  'another value in an expression of --query': /\|\| *`/,
  // With the output "text", the AWS CLI evaluates the expression for each page of the answer: `[0]` of none is "None".
  'the first of an answer in pages': /aws logs filter-log-events(?:[^`])*\[0\](?:[^`])*--output text/,
};

describe.each(courses)('%s', (course) => {
  test.each(Object.entries(TRICKS))('types no trick: %s', (_name, trick) => {
    expect(scriptsOf(course).filter((script) => trick.test(script))).toEqual([]);
  });

  test.each(['docs', ENGLISH])('shows at least two errors and says why they occur (%s)', (folder) => {
    const said = pagesOf(course).flatMap((id) => afterErrors(readFileSync(`${folder}/${id}.mdx`, 'utf8')));
    expect(said.length).toBeGreaterThanOrEqual(2);
    for (const sentence of said) expect(sentence).not.toMatch(/^(?:```|#|<Elapse|$)/);
  });

  test('types commands in lines of at most 80 columns', () => {
    const lines = scriptsOf(course).flatMap((script) => script.split('\n'));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test.each([
    [
      'docs',
      ['所要時間', '料金', '途中でやめたときに残るもの'],
      /このハンズオンを終えると/,
      /無料|\d{4}年の/,
    ],
    [
      ENGLISH,
      ['Time', 'Cost', 'Left behind if you stop'],
      /After this course you can/,
      /[Ff]ree|prices of \d{4}/,
    ],
  ] as const)(
    'tells on its overview what one can do, time, cost and what is left (%s)',
    (folder, rows, goal, cost) => {
      const text = readFileSync(`${folder}/${course}/index.mdx`, 'utf8');
      for (const row of rows) expect(text).toMatch(new RegExp(`^\\| ${row} \\| \\S.* \\|$`, 'm'));
      expect(text).toMatch(goal);
      expect(new RegExp(`^\\| ${rows[1]} \\| (.*) \\|$`, 'm').exec(text)?.[1]).toMatch(cost);
      expect(text).toMatch(/^!\[[^\]]+\]\(\.\/figure\.svg\)$/m);
      expect(existsSync(`${folder}/${course}/figure.svg`)).toBe(true);
    },
  );
});

test('waits, where a change takes time on AWS, before the step that needs it', () => {
  const text = (id: string) => readFileSync(`docs/${id}.mdx`, 'utf8');
  // "When you change a queue's attributes, the change can take up to 60 seconds to propagate" (SetQueueAttributes).
  for (const id of courses.flatMap(pagesOf))
    for (const [, after] of text(id).matchAll(
      /aws sqs set-queue-attributes[^`]*```\n([\s\S]*?)```bash command/g,
    ))
      expect(after, id).toContain('<Elapse duration="1m" />');
});

test('each course leads to the one that is next on /docs, and the last to none', () => {
  const settings = (file: string) => parse(readFileSync(file, 'utf8').split('---\n')[1] ?? '');
  const path = inLearningOrder(
    courses.map((id) => ({ id, after: [], ...settings(`docs/${id}/index.mdx`).tejun })),
  ).map(({ id }) => id);
  const led = path.map((id) => settings(`docs/${id}/clean-up.mdx`).pagination_next);
  expect(led).toEqual([...path.slice(1).map((id) => `${id}/index`), undefined]);
});
