import { expect, test } from 'vitest';
import { newJournal } from '../../src/session/engine/journal.ts';
import { sealJournal } from '../../src/session/engine/journal-seal.ts';
import type { EventJournal } from '../../src/session/types.ts';
import { createBrowser } from '../session/browser.ts';
import { courseData } from '../session/course.ts';

const data = courseData();
const LISTING = 'ls forged';

const typed = (script: string) => ({ kind: 'typed', script, at: 1 }) as const;

/** A journal of the right form that this site has not written. */
function forged(): EventJournal {
  return { ...newJournal(data, { start: 0, seed: 'seed' }), events: [typed('touch forged')] };
}

/** A journal that this site wrote, for the command `echo own`, and the browser that keeps it. */
async function ownJournal() {
  const browser = createBrowser(data);
  await (await browser.openTab()).type('echo own');
  return { browser, kept: JSON.parse(browser.journal ?? '') as EventJournal & { seal: string } };
}

test.each<[string, (own: EventJournal & { seal: string }) => unknown]>([
  ['without a seal', forged],
  ['sealed with another key', () => sealJournal(forged(), new Uint8Array(32))],
  ['with the seal of another', ({ seal: own }) => ({ ...forged(), seal: own })],
  ['with one more event', (own) => ({ ...own, events: [...own.events, typed('touch forged')] })],
  [
    'with another script',
    (own) => ({ ...own, events: own.events.map((event) => ({ ...event, script: 'touch forged' })) }),
  ],
  ['with another seed', (own) => ({ ...own, seed: 'known' })],
  [
    'under the name of earlier releases',
    () => ({ ...forged(), events: undefined, entries: forged().events }),
  ],
])('a journal %s is shown and not run', async (_, tamper) => {
  const { browser, kept } = await ownJournal();
  browser.journal = JSON.stringify(tamper(kept));
  const session = await browser.openTab();
  expect(session.state).toMatchObject({ phase: 'ready', results: [], held: expect.any(Array) });
});

test('a journal that this site wrote goes on without a press', async () => {
  const { browser } = await ownJournal();
  const { state } = await browser.openTab();
  expect(state.held).toBeUndefined();
  expect(state.results).toMatchObject([{ output: { stdout: 'own\n' } }]);
});

test('a held journal runs when its reader asks for it, and is the reader’s own from then on', async () => {
  const browser = createBrowser(data);
  browser.journal = JSON.stringify(forged());
  const session = await browser.openTab();
  const other = await browser.openTab();
  await session.resume();
  expect(session.state.held).toBeUndefined();
  expect(await session.type(LISTING)).toMatchObject({ stdout: 'forged\n' });
  await expect.poll(() => other.state).toMatchObject({ held: undefined, results: [{}, {}] });
  expect((await browser.openTab()).state.results).toHaveLength(2);
});

test('a held journal is replaced by what the reader does', async () => {
  const browser = createBrowser(data);
  browser.journal = JSON.stringify(forged());
  const session = await browser.openTab();
  expect((await session.type(LISTING)).exitCode).not.toBe(0);
  expect(session.state.held).toBeUndefined();
  expect((await browser.openTab()).state.results).toHaveLength(1);
});

test('a journal that is changed while a tab is open does not reach its session', async () => {
  const { browser, kept } = await ownJournal();
  const session = await browser.openTab();
  browser.journal = JSON.stringify({ ...kept, events: [...kept.events, typed('touch forged')] });
  expect((await session.type(LISTING)).exitCode).not.toBe(0);
  expect(session.state.results).toHaveLength(2);
});
