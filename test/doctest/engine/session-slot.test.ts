import { describe, expect, test } from 'vitest';
import { beginPage as beginPageIn } from '../../../src/doctest/engine/page-run.ts';
import { createSessionSlot } from '../../../src/doctest/engine/session-slot.ts';
import type { PageTask } from '../../../src/doctest/engine/types.ts';
import type { Page } from '../../../src/procedure/index.ts';
import { aPage, aStep } from '../pages.ts';

const account = {
  text: "id: '123456789012'\nusers:\n  - { name: reader, accessKeys: 1 }\n",
  file: '_account.yaml',
};
const common = {
  account,
  target: { target: 'sandbox', shell: 'simulated', root: process.cwd() },
  seed: 'tejun',
} as const;

const slot = createSessionSlot();
const beginPage = (task: PageTask) => beginPageIn(slot, task);

let chains = 0;
/** A chain of its own for each test: sessions of other tests do not serve it. */
const chain = () => {
  chains += 1;
  return `chain-${chains}`;
};

const script = (page: Page, ...scripts: string[]): Page => ({
  ...page,
  steps: scripts.map((text, index) => aStep(index + 1, text)),
});

async function runAll(task: PageTask): Promise<string[]> {
  const run = await beginPage(task);
  const printed: string[] = [];
  for (const index of task.page.steps.keys()) {
    const { outcome } = await run.step(index);
    printed.push(
      'output' in outcome ? `${outcome.status}: ${outcome.output?.stdout.trim()}` : outcome.status,
    );
  }
  await run.end();
  return printed;
}

const first = script(aPage('first'), 'echo once >> log.txt');
const second = script(aPage('second', ['first']), 'cat log.txt');
const failing = script(aPage('first'), 'echo once >> log.txt', 'false', 'echo still run >> log.txt');

describe('a session', () => {
  test('goes on from page to page: what a page requires is not run twice', async () => {
    const name = chain();
    await runAll({ page: first, prerequisites: [], chain: name, ...common });
    expect(await runAll({ page: second, prerequisites: [first], chain: name, ...common })).toEqual([
      'passed: once',
    ]);
  });

  test('goes forward only: no step runs twice, and none takes the place of another', async () => {
    const run = await beginPage({ page: failing, prerequisites: [], chain: chain(), ...common });
    expect((await run.step(1)).outcome.status).toBe('failed');
    await expect(run.step(1)).rejects.toThrow('has run already');
    expect((await run.step(2)).outcome.status).toBe('passed');
  });

  test('is begun anew, with what the page requires, for a page run alone', async () => {
    expect(await runAll({ page: second, prerequisites: [first], chain: chain(), ...common })).toEqual([
      'passed: once',
    ]);
  });

  test('is begun anew for a page that it has run already', async () => {
    const name = chain();
    await runAll({ page: first, prerequisites: [], chain: name, ...common });
    await runAll({ page: second, prerequisites: [first], chain: name, ...common });
    expect(await runAll({ page: second, prerequisites: [first], chain: name, ...common })).toEqual([
      'passed: once',
    ]);
  });

  test('of another chain shares nothing', async () => {
    await runAll({ page: first, prerequisites: [], chain: chain(), ...common });
    const alone = script(aPage('alone'), 'ls');
    expect(await runAll({ page: alone, prerequisites: [], chain: chain(), ...common })).toEqual(['passed: ']);
  });
});

describe('a failed page', () => {
  test('runs to its end, and blocks the pages that build on it', async () => {
    const name = chain();
    expect(await runAll({ page: failing, prerequisites: [], chain: name, ...common })).toEqual([
      'passed: ',
      'failed: ',
      'passed: ',
    ]);
    const run = await beginPage({ page: second, prerequisites: [failing], chain: name, ...common });
    expect(run.blocked).toMatchObject({
      file: 'docs/course/first.mdx',
      line: failing.steps[1]?.span.start.line,
    });
    expect((await run.step(0)).outcome.status).toBe('skipped');
  });

  test('blocks a page run alone in the same way', async () => {
    const run = await beginPage({ page: second, prerequisites: [failing], chain: chain(), ...common });
    expect(run.blocked).toMatchObject({ file: 'docs/course/first.mdx' });
  });
});

test('steps that were not asked for are run before the one that was', async () => {
  const page = script(aPage('page'), 'NAME=value', 'true', 'echo "$NAME"');
  const run = await beginPage({ page, prerequisites: [], chain: chain(), ...common });
  expect((await run.step(2)).outcome).toMatchObject({ status: 'passed', output: { stdout: 'value\n' } });
});

test('a page that was left before its end does not serve the pages that require it', async () => {
  const name = chain();
  const page = script(aPage('first'), 'true', 'echo complete > log.txt');
  const run = await beginPage({ page, prerequisites: [], chain: name, ...common });
  await run.step(0);
  await run.end();
  expect(await runAll({ page: second, prerequisites: [page], chain: name, ...common })).toEqual([
    'passed: complete',
  ]);
});

test('two sessions of one seed are equal, those of two seeds are not', async () => {
  const page = script(aPage('page'), 'cat ~/.aws/credentials');
  const keys = async (seed: string) => runAll({ page, prerequisites: [], chain: chain(), ...common, seed });
  expect(await keys('a')).toEqual(await keys('a'));
  expect(await keys('a')).not.toEqual(await keys('b'));
});
