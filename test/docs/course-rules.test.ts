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

/** Lists the scripts that a reader types in a course. */
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

/** Texts right after each error that a page prints, but for the tests of the end: there an error is the goal. */
function afterErrors(text: string): string[] {
  const blocks = blocksOf(text.slice(0, text.indexOf('{/* #completion */}')));
  return blocks.flatMap((block, index) =>
    /^```text result\n(?:\w+ failed: \S+ )?An error occurred|^```text result\nWaiter/.test(block)
      ? [blocks[index + 1] ?? '']
      : [],
  );
}

/** Tricks that a beginner cannot read, or that hide a part of the answer. */
const TRICKS: Readonly<Record<string, RegExp>> = {
  'a part cut off a value': /\$\{\w+(?:%%?|##?|\/)/,
  'a test in brackets': /(?:^|[;&|]\s*)\[\[? /m,
  'an edit of a file in place': /\bsed -i/,
  'another value in an expression of --query': /\|\| *`/,
  'a loop over names that are known': /\bfor \w+ in [^$;]+; do/,
  'a command within a command': /"\$\(aws /,
  'a shell within the shell': /^\(/m,
  // With the output "text", the AWS CLI evaluates the expression for each page of the answer: `[0]` of none is "None",
  // and so is everything that `--max-items` cuts off.
  'the text of an answer in pages': /aws logs filter-log-events[^`]*--output text/,
};

/**
 * Changes that take time on a real account: a change, what needs it, and the seconds in between. The minutes and the second are
 * those of AWS (SetQueueAttributes, PurgeQueue, CreateQueue; "Amazon SNS subscription filter policies"; "Enabling
 * versioning on buckets"). For the rest, AWS names no time; the seconds are ours.
 */
const DELAYS: readonly (readonly [change: RegExp, needed: RegExp, seconds: number])[] = [
  [/^aws sqs create-queue/, /^aws sqs (?!create-queue)/, 1],
  [/^aws sqs (?:set-queue-attributes|purge-queue)/, /^aws (?:sqs (?:send|receive)-message|sns publish)/, 60],
  [/^aws sns set-subscription-attributes/, /^aws sns publish/, 15 * 60],
  [/^aws s3api put-bucket-versioning/, /^aws (?:s3 cp|s3api put-object)/, 15 * 60],
  [/^aws s3api (?:put|delete)-bucket-(?:policy|encryption)/, /^aws s3api (?:put|delete)-objects?/, 10],
  [/^aws kms (?:dis|en)able-key/, /^aws (?:kms decrypt|s3api get-object)/, 10],
  [
    /^aws iam (?:attach-(?:user|group)|put-(?:user|role)|delete-user|set-default|create-policy-version|update-a)/,
    /^aws sts assume-role|^aws .* --profile/s,
    10,
  ],
  [/^aws iam attach-role-policy/, /^aws lambda create-/, 10],
];

interface Moment {
  readonly call: string;
  /** Not so where the page shows that the call fails. */
  readonly succeeds: boolean;
  /** The seconds of a wait; none of a call. */
  readonly wait: number;
}

/** The calls and the waits of a page, in order. */
function timelineOf(id: string): Moment[] {
  return stepsOf(id).flatMap((step) => {
    if (step.role === 'elapse') return [{ call: '', succeeds: false, wait: step.durationMs / 1000 }];
    if (step.role !== 'command' && step.role !== 'env') return [];
    const fails = step.role === 'command' && /An error occurred/.test(step.result?.body ?? '');
    const calls = step.script.split(/(?=\baws [a-z0-9]+ [a-z])/).filter((part) => part.startsWith('aws '));
    return calls.map((call) => ({ call, succeeds: !fails, wait: 0 }));
  });
}

const secondsOf = (moments: readonly Moment[]): number => moments.reduce((sum, { wait }) => sum + wait, 0);

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
      /^無料です。[^()]*$|\d USD.*\(\d{4}年\d{1,2}月の東京リージョンの料金、\[.*aws\.amazon\.com/,
    ],
    [
      ENGLISH,
      ['Time', 'Cost', 'Left behind if you stop'],
      /After this course you can/,
      /^Free: [^()]*$|\d USD.*\(prices of [A-Z][a-z]+ \d{4} in the Tokyo Region, \[.*aws\.amazon\.com/,
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

test.each(courses.flatMap(pagesOf))('%s waits for what takes time on AWS', (id) => {
  const timeline = timelineOf(id);
  const early = timeline.flatMap(({ call, succeeds }, index) =>
    DELAYS.flatMap(([change, needed, seconds]) => {
      if (!succeeds || !change.test(call)) return [];
      const later = timeline.slice(index + 1);
      const use = later.findIndex((other) => needed.test(other.call));
      const waited = secondsOf(later.slice(0, use));
      return use < 0 || waited >= seconds ? [] : [`${call}: ${waited} of ${seconds} s`];
    }),
  );
  expect(early).toEqual([]);
});

test.each([
  ['docs', /所要時間 \| \d+分ほど \(.*\d+分間を含みます\)/],
  [ENGLISH, /Time \| About \d+ minutes, including .*\d+ minutes/],
] as const)('an overview says so where 5 minutes or more are a wait (%s)', (folder, said) => {
  for (const course of courses) {
    if (secondsOf(pagesOf(course).flatMap(timelineOf)) >= 5 * 60)
      expect(readFileSync(`${folder}/${course}/index.mdx`, 'utf8'), course).toMatch(said);
  }
});

test('a course whose profile assumes a role names the sessions that the AWS CLI stores, and removes them', () => {
  const assuming = courses.filter((course) =>
    scriptsOf(course).some((script) => /^role_arn = /m.test(script)),
  );
  expect(assuming).not.toEqual([]);
  for (const course of assuming) {
    for (const folder of ['docs', ENGLISH])
      expect(readFileSync(`${folder}/${course}/index.mdx`, 'utf8'), course).toContain('`~/.aws/cli/cache`');
    expect(scriptsOf(course)).toContain('rm -rf "${HOME}/.aws/cli/cache"');
  }
});

test.each(['docs', ENGLISH])(
  'the last page of a course names the next one as its link does (%s)',
  (folder) => {
    for (const course of courses) {
      const [, settings = '', text = ''] = readFileSync(`${folder}/${course}/clean-up.mdx`, 'utf8').split(
        '---\n',
      );
      const next: string | undefined = parse(settings).pagination_next;
      const title =
        next && parse(readFileSync(`${folder}/${next}.mdx`, 'utf8').split('---\n')[1] ?? '').title;
      expect(
        /\[([^\]]+)\]\((\S+)\)(?!.*\]\()/s.exec(text.slice(text.indexOf('{/* #end */}')))?.slice(1),
      ).toEqual(next ? [title, `../${next}.mdx`] : [expect.any(String), './index.mdx']);
    }
  },
);

test('each course leads to the one that is next on /docs, and the last to none', () => {
  const settings = (file: string) => parse(readFileSync(file, 'utf8').split('---\n')[1] ?? '');
  const path = inLearningOrder(
    courses.map((id) => ({ id, after: [], ...settings(`docs/${id}/index.mdx`).tejun })),
  ).map(({ id }) => id);
  const led = path.map((id) => settings(`docs/${id}/clean-up.mdx`).pagination_next);
  expect(led).toEqual([...path.slice(1).map((id) => `${id}/index`), undefined]);
});
