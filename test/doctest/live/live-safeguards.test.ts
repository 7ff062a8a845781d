import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  coursesToCleanUp,
  interrupt,
  type Logbook,
  openLogbook,
  withSafeguards,
} from '../../../src/doctest/live/index.ts';
import type { Practice, StepOutcome } from '../../../src/practice/index.ts';
import type { ElapseStep, Page, Step } from '../../../src/procedure/index.ts';
import { aPage, aStep } from '../pages.ts';

const PASSED: StepOutcome = { status: 'passed' };
const FAILED: StepOutcome = {
  status: 'failed',
  reason: 'as it was meant to',
  output: { stdout: '', stderr: '', exitCode: 1 },
};

/** Scripts say what becomes of them; `ran` is what was really run. */
function practise() {
  const ran: string[] = [];
  const practice: Practice = {
    run: async (_, step) => {
      const script = step.role === 'elapse' ? 'elapse' : step.script;
      ran.push(script);
      return script.startsWith('fail') ? FAILED : PASSED;
    },
    close: async () => undefined,
  };
  return { ran, practice };
}

function aLogbook(): Logbook {
  const root = mkdtempSync(join(tmpdir(), 'careful-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return openLogbook(root, { pid: 1, date: '2026-01-05T00:00:00.000Z' });
}

const page = (id: string, steps: readonly Step[]): Page => ({ ...aPage(id), steps });
const elapse = (line: number): ElapseStep => {
  const { id, span, headings } = aStep(line, '');
  return { id, span, headings, role: 'elapse', durationMs: 3_600_000 };
};
const cleanup = (line: number, script: string): Step => ({ ...aStep(line, script), role: 'cleanup' }) as Step;

async function runAll(practice: Practice, pages: readonly Page[]): Promise<string[]> {
  const outcomes: string[] = [];
  for (const one of pages)
    for (const step of one.steps) {
      const outcome = await practice.run(one, step);
      outcomes.push(outcome.status === 'skipped' ? `skipped: ${outcome.reason}` : outcome.status);
    }
  return outcomes;
}

describe('in a real account', () => {
  test('a failure ends its page, but for its cleanup steps', async () => {
    const { ran, practice } = practise();
    const first = page('c/first', [aStep(1, 'fail'), aStep(2, 'never'), cleanup(3, 'tidy')]);
    const outcomes = await runAll(withSafeguards(practice, { waits: true, logbook: aLogbook() }), [first]);
    expect(ran).toEqual(['fail', 'tidy']);
    expect(outcomes[1]).toMatch(/^skipped: line \d+ failed, after which nothing but clean-up/);
  });

  test('each step of a clean-up page is run, whatever fails', async () => {
    const { ran, practice } = practise();
    const last = page('c/clean-up', [aStep(1, 'fail once'), aStep(2, 'fail twice'), aStep(3, 'done')]);
    await runAll(withSafeguards(practice, { waits: true, logbook: aLogbook() }), [last]);
    expect(ran).toEqual(['fail once', 'fail twice', 'done']);
  });

  test('without a wait, what comes after it is not run, on any page', async () => {
    const { ran, practice } = practise();
    const pages = [
      page('c/first', [aStep(1, 'before'), elapse(2), aStep(3, 'after')]),
      page('c/second', [aStep(1, 'later')]),
      page('c/clean-up', [aStep(1, 'tidy')]),
    ];
    const outcomes = await runAll(withSafeguards(practice, { waits: false, logbook: aLogbook() }), pages);
    expect(ran).toEqual(['before', 'tidy']);
    expect(outcomes.filter((outcome) => outcome.startsWith('skipped'))).toHaveLength(3);
  });

  test('after an interruption only clean-up is run', async () => {
    const { ran, practice } = practise();
    const logbook = aLogbook();
    const waiting: Practice = {
      ...practice,
      run: async (one, step) => {
        if (step.role === 'elapse') interrupt(logbook);
        return practice.run(one, step);
      },
    };
    const pages = [
      page('c/first', [aStep(0, 'made'), elapse(1), aStep(2, 'never'), cleanup(3, 'tidy')]),
      page('c/clean-up', [aStep(1, 'tidy all')]),
    ];
    const outcomes = await runAll(withSafeguards(waiting, { waits: true, logbook }), pages);
    expect(ran).toEqual(['made', 'elapse', 'tidy', 'tidy all']);
    expect(outcomes[1]).toMatch('interrupted');
    expect(coursesToCleanUp(logbook)).toEqual([]);
  });

  test('an interruption before anything was run leaves nothing to clean up', async () => {
    const { ran, practice } = practise();
    const logbook = aLogbook();
    interrupt(logbook);
    const pages = [
      page('c/first', [aStep(1, 'never'), cleanup(2, 'nor this')]),
      page('c/clean-up', [aStep(1, 'nor that')]),
    ];
    const outcomes = await runAll(withSafeguards(practice, { waits: true, logbook }), pages);
    expect(ran).toEqual([]);
    expect(outcomes).toHaveLength(3);
    expect(new Set(outcomes)).toEqual(new Set([expect.stringContaining('before anything was run')]));
    expect(coursesToCleanUp(logbook)).toEqual([]);
  });

  test('a course is left to be put away from its first step to the last one of its clean-up', async () => {
    const { practice } = practise();
    const logbook = aLogbook();
    const session = withSafeguards(practice, { waits: true, logbook });
    await runAll(session, [page('c/first', [elapse(1)])]);
    expect(coursesToCleanUp(logbook)).toEqual([]);
    await runAll(session, [page('c/first', [aStep(1, 'fail')])]);
    expect(coursesToCleanUp(logbook)).toEqual(['course']);
    const cleanUp = page('c/clean-up', [aStep(1, 'fail'), aStep(2, 'tidy')]);
    const [first, last] = cleanUp.steps;
    if (first) await session.run(cleanUp, first);
    expect(coursesToCleanUp(logbook)).toEqual(['course']);
    if (last) await session.run(cleanUp, last);
    expect(coursesToCleanUp(logbook)).toEqual([]);
  });
});
