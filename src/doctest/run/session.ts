import { readAccount } from '../../aws/sandbox/index.ts';
import type { Page } from '../../procedure/index.ts';
import { openTarget, type TargetSession } from '../targets/index.ts';
import type { PageFailure, PageTask } from './types.ts';

/** One practice, going on from page to page of a chain. */
export interface Session {
  readonly chain: string;
  readonly practice: TargetSession;
  /** The pages run so far, with what went wrong on them. */
  readonly done: Map<string, PageFailure | undefined>;
}

/** Runs chains one after another: one session at a time is enough. */
export interface Lane {
  /** A session in which the page's prerequisites have been run: the one of the page before, where it serves. */
  reach(task: PageTask): Promise<Session>;
  /** Ends the session there is; another page begins another. */
  clear(): Promise<void>;
}

export function createLane(): Lane {
  let live: Session | undefined;
  const clear = async (): Promise<void> => {
    const over = live;
    live = undefined;
    await over?.practice.close();
  };
  return {
    clear,
    reach: async (task) => {
      if (live && goesOn(live, task)) return live;
      await clear();
      live = await open(task);
      for (const page of task.prerequisites) live.done.set(page.id, await runThrough(live, page));
      return live;
    },
  };
}

function goesOn({ chain, done, practice }: Session, task: PageTask): boolean {
  const { page, prerequisites, chain: wanted } = task;
  if (chain !== wanted || done.has(page.id)) return false;
  return practice.runsAnyway?.(page) || prerequisites.every(({ id }) => done.has(id));
}

async function open({ account: { text, file }, chain, target, seed, revises }: PageTask): Promise<Session> {
  const { account, problems } = readAccount(text, file);
  if (!account) {
    const lines = problems.map(({ line, message }) => `${file}:${line} ${message}`);
    throw new Error(['The account file cannot be read.', ...lines].join('\n'));
  }
  return { chain, practice: await openTarget(target, { account, seed, revises }), done: new Map() };
}

/** Runs a page that another one requires. Nothing that builds on a failure is run. */
async function runThrough(session: Session, page: Page): Promise<PageFailure | undefined> {
  const before = firstFailure(session, page.requires);
  if (before) return before;
  let failure: PageFailure | undefined;
  for (const step of page.steps) {
    const outcome = await session.practice.run(page, step);
    if (outcome.status !== 'failed') continue;
    failure ??= { file: page.file, line: step.span.start.line, reason: outcome.reason };
  }
  await session.practice.finish?.(page); // it is recorded when it is run for its own sake
  return failure;
}

export function firstFailure({ done }: Session, pageIds: readonly string[]): PageFailure | undefined {
  return pageIds.map((id) => done.get(id)).find((failure) => failure !== undefined);
}
