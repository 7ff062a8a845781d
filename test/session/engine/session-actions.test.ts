import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Page, readPage } from '../../../src/procedure/index.ts';
import { lastOutcome } from '../../../src/session/session-state.ts';
import type { OpenSession, StepRef } from '../../../src/session/types.ts';
import { createBrowser } from '../browser.ts';
import { courseData } from '../course.ts';
import { stubLocalStorage } from '../storage.ts';

const data = courseData();
const [first, second, third] = data.pages as [
  (typeof data.pages)[0],
  (typeof data.pages)[0],
  (typeof data.pages)[0],
];
const refs = ({ id, steps }: (typeof data.pages)[0]): StepRef[] =>
  steps.map((step) => ({ page: id, step: step.id }));
const statuses = (session: OpenSession) => session.state.results.map(({ outcome }) => outcome?.status);
const get = refs(first)[7] as StepRef;

/** Waits for the events of another tab: they are followed in their own time. */
const followed = (session: OpenSession, count: number) =>
  vi.waitFor(() => expect(session.state.results).toHaveLength(count));

beforeEach(() => void stubLocalStorage());

it('runs the whole course, page after page, by the real time', async () => {
  const session = await createBrowser(data).openTab();
  await session.runAll(data.pages.flatMap(refs));
  expect(statuses(session)).toEqual(data.pages.flatMap(refs).map(() => 'passed'));
});

it('goes on where it was after a reload, to the letter', async () => {
  const browser = createBrowser(data);
  const before = await browser.openTab();
  await before.runAll(refs(first));
  await before.type('x=kept; aws sts get-caller-identity > who.json');
  browser.pass(60_000);
  const after = await browser.openTab();
  expect(after.state).toEqual(before.state);
  expect(await after.type('echo $x; grep -c handson-user who.json')).toMatchObject({ stdout: 'kept\n1\n' });
  expect(await after.runAll(refs(second))).toMatchObject({ status: 'passed' });
});

it('lets the token expire by real time alone', async () => {
  const browser = createBrowser(data);
  const session = await browser.openTab();
  await session.runAll([...refs(first), ...refs(second).slice(0, 4)]);
  expect(session.state.results.at(-1)?.outcome?.status).toBe('passed');
  browser.pass(16 * 60_000);
  expect(await session.run(refs(second)[3] as StepRef)).toMatchObject({
    status: 'failed',
    output: { stderr: expect.stringContaining('ExpiredToken') },
  });
});

it('runs a step again, which may give another key', async () => {
  const session = await createBrowser(data).openTab();
  await session.runAll(refs(first));
  await session.run(refs(first)[6] as StepRef);
  expect(await session.runAll(refs(first))).toMatchObject({ status: 'passed' });
});

it('says which steps a step builds on, over the pages', async () => {
  const session = await createBrowser(data).openTab();
  expect(session.missing(refs(third)[0] as StepRef)).toEqual([...refs(first), ...refs(second)]);
  await session.runAll(refs(first));
  expect(session.missing(refs(second)[2] as StepRef)).toEqual(refs(second).slice(0, 2));
});

describe('what is stopped', () => {
  it('leaves no trace', async () => {
    const browser = createBrowser(data);
    const session = await browser.openTab();
    await session.type('x=1');
    const kept = browser.journal;
    const running = session.type('x=2; while :; do sleep 1; done');
    await vi.waitFor(() => expect(session.state.running).toBeDefined());
    session.stop();
    expect(await running).toMatchObject({ stopped: expect.any(String), exitCode: 130 });
    expect(session.state.running).toBeUndefined();
    expect(await session.type('echo $x')).toMatchObject({ stdout: '1\n' });
    expect(browser.started).toHaveLength(2);
    expect(JSON.parse(browser.journal ?? '').events).toHaveLength(JSON.parse(kept ?? '').events.length + 1);
  });

  it('takes with it what waits behind it', async () => {
    const session = await createBrowser(data).openTab();
    const running = session.type('while :; do sleep 1; done');
    const waiting = session.type('echo never');
    await vi.waitFor(() => expect(session.state.running).toBeDefined());
    session.stop();
    expect(await Promise.all([running, waiting])).toMatchObject([{ exitCode: 130 }, { exitCode: 130 }]);
    expect(await session.type('echo again')).toMatchObject({ stdout: 'again\n' });
  });

  it('may be a run of many steps, of which the rest is not run', async () => {
    const session = await createBrowser(data).openTab();
    const leave = session.subscribe(() => session.state.results.length === 3 && session.stop());
    await session.runAll(refs(first));
    leave();
    expect(statuses(session).slice(0, 3)).toEqual(['passed', 'passed', 'passed']);
    expect(session.state.results.length).toBeLessThan(5);
  });
});

describe('starts afresh and says why', () => {
  it('when the account has changed', async () => {
    const browser = createBrowser(data);
    await (await browser.openTab()).run(refs(first)[0] as StepRef);
    const changed = { ...data, account: { ...data.account, id: '210987654321' } };
    const session = await browser.openTab(changed);
    expect(session.state).toMatchObject({ phase: 'ready', notice: 'account-changed', results: [] });
    expect(await session.type('aws sts get-caller-identity')).toMatchObject({
      stdout: expect.stringContaining('210987654321'),
    });
    expect(JSON.parse(browser.journal ?? '').events).toHaveLength(1);
  });

  it.each([
    'null',
    '"x"',
    '{}',
    '{"practice":"sts-session-token","account":"","seed":"","start":0,"events":[{"kind":"step","at":1}]}',
    '{"practice":"sts-session-token","account":"","seed":"","start":0,"events":[{"kind":"other","at":1}]}',
  ])('when the journal is %s', async (text) => {
    const browser = createBrowser(data);
    browser.journal = text;
    const session = await browser.openTab();
    expect(session.state).toMatchObject({ phase: 'ready', notice: 'journal-unreadable', results: [] });
    expect(await session.run(refs(first)[0] as StepRef)).toMatchObject({ status: 'passed' });
  });
});

it('keeps what a step did whose page has changed since, but shows no outcome of it', async () => {
  const browser = createBrowser(data);
  await (await browser.openTab()).runAll(refs(first).slice(0, 3));
  const steps = first.steps.map((step) => (step.id === 'step-2' ? { ...step, script: 'DIR=other' } : step));
  const session = await browser.openTab({ ...data, pages: [{ ...first, steps }, second, third] });
  expect(statuses(session)).toEqual(['passed', undefined, 'passed']);
  expect(await session.type('echo "$DIR_HANDSON"')).toMatchObject({
    stdout: expect.stringContaining('handson'),
  });
});

describe('two tabs', () => {
  it('go on with one session', async () => {
    const browser = createBrowser(data);
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    await one.run(refs(first)[0] as StepRef);
    await followed(other, 1);
    await other.run(refs(first)[2] as StepRef);
    await followed(one, 2);
    expect(one.state.results).toEqual(other.state.results);
    expect(await one.type('echo "$DIR_HANDSON"')).toMatchObject({
      stdout: expect.stringContaining('handson'),
    });
  });

  it('run what both want at once, one after the other', async () => {
    const browser = createBrowser(data);
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    await Promise.all([one.type('echo 1 >> log'), other.type('echo 2 >> log'), one.type('echo 3 >> log')]);
    await followed(one, 3);
    await followed(other, 3);
    expect(await one.type('sort log')).toMatchObject({ stdout: '1\n2\n3\n' });
    await followed(other, 4);
    expect(other.state.results).toEqual(one.state.results);
  });

  it('begin again together', async () => {
    const browser = createBrowser(data);
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    await one.type('x=1');
    await followed(other, 1);
    await other.reset();
    await followed(one, 0);
    expect(await one.type('echo "[$x]"')).toMatchObject({ stdout: '[]\n' });
  });
});

describe('reset', () => {
  it('of a page goes back to before its first step', async () => {
    const session = await createBrowser(data).openTab();
    await session.runAll([...refs(first), ...refs(second)]);
    await session.reset(second.id);
    expect(statuses(session)).toHaveLength(refs(first).length);
    expect(await session.runAll(refs(second))).toMatchObject({ status: 'passed' });
  });

  it('of all begins with new keys', async () => {
    const session = await createBrowser(data).openTab();
    const key = 'grep -o "AKIA.*" ~/.aws/credentials';
    const before = await session.type(key);
    await session.reset();
    expect(session.state.results).toEqual([]);
    expect(await session.type(key)).not.toEqual(before);
  });
});

describe('hidden steps', () => {
  const fence = (role: string, id: string, script = 'true') =>
    `\`\`\`bash ${role} id=${id}\n${script}\n\`\`\`\n\n`;
  const pageOf = (...fences: string[]) => {
    const about = { id: 'course/hidden', file: 'docs/course/hidden.mdx', locale: 'ja' };
    return readPage(`---\ntitle: x\n---\n\n${fences.join('')}`, about).page as Page;
  };
  const performed = (session: OpenSession) =>
    session.state.results.map(({ event }) => ('ref' in event ? event.ref?.step : undefined));

  it('run in the order of the page, as in a run of all of it, also after a failure', async () => {
    const page = pageOf(
      ...[fence('cleanup', 'h0'), fence('setup', 'h1'), fence('env', 's1', 'A=1')],
      ...[
        fence('cleanup', 'h2'),
        fence('setup', 'h3'),
        fence('command', 's2', 'false'),
        fence('cleanup', 'h4'),
      ],
    );
    const session = await createBrowser({ ...data, pages: [page] }).openTab();
    await session.runAll(['s1', 's2'].map((step) => ({ page: page.id, step })));
    expect(performed(session)).toEqual(page.steps.map(({ id }) => id));
    expect(statuses(session).indexOf('failed')).toBe(5);
  });

  it('clean up what could not even be prepared', async () => {
    const page = pageOf(fence('setup', 'h0', 'false'), fence('command', 's1'), fence('cleanup', 'h1'));
    const session = await createBrowser({ ...data, pages: [page] }).openTab();
    expect(await session.run({ page: page.id, step: 's1' })).toMatchObject({ status: 'failed' });
    expect(performed(session)).toEqual(['h0', 'h1']);
  });
});

it('says where the reader stands as time passes', async () => {
  const browser = createBrowser(data);
  const session = await browser.openTab();
  expect((await session.awsContext()).identity).toMatchObject({ kind: 'user' });
  await session.runAll([...refs(first), ...refs(second).slice(0, 2)]);
  const before = await session.awsContext();
  expect(before).toMatchObject({
    identity: { kind: 'session', mfa: false },
    profile: 'handson-cli-sts-session-token',
  });
  await session.elapse(60_000);
  browser.pass(120_000);
  expect((await session.awsContext()).accountNow - before.accountNow).toBeGreaterThan(120_000);
});

it('takes no step for another: page and id count', async () => {
  const session = await createBrowser(data).openTab();
  await session.run(get);
  expect(session.missing({ ...get, page: second.id })).toContainEqual(refs(first)[0]);
});

it('does not open where its player cannot be started', async () => {
  const silent = new Proxy({}, { get: () => () => new Promise(() => {}) });
  const browser = createBrowser(data, () => ({
    executor: silent as never,
    broken: Promise.reject(new Error('not found')),
    end: () => {},
  }));
  await expect(browser.openTab()).rejects.toThrow('not found');
});

it('is broken where its player is lost while something runs', async () => {
  let lose = () => {};
  const lost = createBrowser(data, () => ({
    executor: { start: () => {}, perform: () => new Promise(() => {}), recognize: () => {} } as never,
    broken: new Promise((_, reject) => {
      lose = () => reject(new Error('out of memory'));
    }),
    end: () => {},
  }));
  const session = await lost.openTab();
  const running = session.type('a big thing');
  await vi.waitFor(() => expect(session.state.running).toBeDefined());
  lose();
  await expect(running).rejects.toThrow('out of memory');
  expect(session.state).toMatchObject({ phase: 'broken', running: undefined });
});

describe('what is typed', () => {
  const scripts = (page: Page) =>
    page.steps.map((step) => ({ id: step.id, script: 'script' in step ? step.script : undefined }));

  it('is the step of the page, whatever its spacing, from the first to the last', async () => {
    const session = await createBrowser(data).openTab();
    for (const page of data.pages)
      for (const { script } of scripts(page)) {
        if (script === undefined) await session.elapse(15 * 60_000, page.id);
        // As a terminal takes it: a command that ends is entered by itself.
        else if (/^\w+=.*\n\w+=/.test(script))
          for (const line of script.split('\n')) await session.type(`${line}  `, page.id);
        else await session.type(`  ${script}\n`, page.id);
      }
    const all = data.pages.flatMap(refs);
    expect(all.filter((ref) => lastOutcome(session.state, ref)?.status !== 'passed')).toEqual([]);
    expect(all.flatMap((ref) => session.missing(ref))).toEqual([]);
  });

  it('is judged as the step is, and stays so after a reload', async () => {
    const browser = createBrowser(data);
    const session = await browser.openTab();
    await session.type('cd /nowhere');
    await session.type('AWS_PROFILE=x; export AWS_PROFILE');
    const script = scripts(first)[0]?.script ?? '';
    await session.type(script, first.id);
    expect(lastOutcome(session.state, refs(first)[0] as StepRef)).toMatchObject({ status: 'failed' });
    const later = await browser.openTab();
    expect(later.state).toEqual(session.state);
  });

  it('early or again counts only where it goes well', async () => {
    const session = await createBrowser(data).openTab();
    const list = refs(second)[3] as StepRef;
    await session.type('aws s3 ls', second.id);
    expect(lastOutcome(session.state, list)?.status).toBe('passed');
    await session.type('AWS_PROFILE=nobody aws s3 ls; export AWS_PROFILE=nobody', second.id);
    expect(await session.type('aws s3 ls', second.id)).toMatchObject({ exitCode: 255 });
    expect(lastOutcome(session.state, list)?.status).toBe('passed');
    expect(session.state.results.at(-1)?.event.kind).toBe('typed');
  });
});

it('shows what a loop prints while it runs, and its output once it is done', async () => {
  const session = await createBrowser(data).openTab();
  const seen: (string | undefined)[] = [];
  session.subscribe(() => seen.push(session.state.printed));
  expect(await session.type('for I in 1 2 3; do echo "${I}"; done')).toMatchObject({ stdout: '1\n2\n3\n' });
  expect(seen).toEqual(expect.arrayContaining(['1\n', '1\n2\n', '1\n2\n3\n']));
  expect(session.state.printed).toBeUndefined();
  // A journal played again after a reload is shown at its end.
  const later: (string | undefined)[] = [];
  session.subscribe(() => later.push(session.state.printed));
  await session.reset(first.id);
  expect(later.filter((text) => text !== undefined)).toEqual([]);
});

it('gives the files of the home, those that were saved among them', async () => {
  const browser = createBrowser(data);
  const session = await browser.openTab();
  await session.type("cat << 'EOF' > policy.json\n{}\nEOF");
  const { home, cwd, paths } = await session.homeFiles();
  expect(paths).toEqual([`${home}/.aws/credentials`, `${cwd}/policy.json`]);
  expect(await session.readFile(`${cwd}/policy.json`)).toBe('{}\n');
  expect(await session.readFile(`${cwd}/nowhere`)).toBeUndefined();
  const after = await browser.openTab();
  expect(await after.readFile(`${cwd}/policy.json`)).toBe('{}\n');
});
