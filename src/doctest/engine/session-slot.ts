import { readAccount } from '../../aws/sandbox/index.ts';
import type { Page } from '../../procedure/index.ts';
import { memoize } from '../../project/index.ts';
import { openTarget, type TargetSession } from '../targets/index.ts';
import type { PageFailure, PageTask } from './types.ts';

/** One practice that continues from page to page of a chain. */
export interface ChainSession {
  readonly chain: string;
  readonly practice: TargetSession;
  /** The pages run so far, with their first failure. */
  readonly done: Map<string, PageFailure | undefined>;
}

/** Holds one session at a time: chains run one after another in it. */
export interface SessionSlot {
  /** Returns a session in which the page's prerequisites have run: the current one where it serves, else a new one. */
  acquire(task: PageTask): Promise<ChainSession>;
  /** Ends the current session; the next page begins another. */
  clear(): Promise<void>;
}

export function createSessionSlot(): SessionSlot {
  let current: ChainSession | undefined;
  const clear = async (): Promise<void> => {
    const over = current;
    current = undefined;
    await over?.practice.close();
  };
  return {
    clear,
    acquire: async (task) => {
      if (current && isContinuation(current, task)) return current;
      await clear();
      current = await open(task);
      for (const page of task.prerequisites) current.done.set(page.id, await runThrough(current, page));
      return current;
    },
  };
}

function isContinuation({ chain, done, practice }: ChainSession, task: PageTask): boolean {
  const { page, prerequisites, chain: wanted } = task;
  if (chain !== wanted || done.has(page.id)) return false;
  return practice.runsAnyway?.(page) || prerequisites.every(({ id }) => done.has(id));
}

/** Chain after chain of a course begins with the same account. */
const readAccountOnce = memoize(readAccount, (file) => file);

async function open({
  account: { text, file },
  chain,
  target,
  seed,
  updatesExamples,
}: PageTask): Promise<ChainSession> {
  const { account, problems } = readAccountOnce(text, file);
  if (!account) {
    const lines = problems.map(({ line, message }) => `${file}:${line} ${message}`);
    throw new Error(['The account file cannot be read.', ...lines].join('\n'));
  }
  return { chain, practice: await openTarget(target, { account, seed, updatesExamples }), done: new Map() };
}

/** Runs a page that another one requires, unless what it requires failed. */
async function runThrough(session: ChainSession, page: Page): Promise<PageFailure | undefined> {
  const before = firstFailure(session, page.requires);
  if (before) return before;
  let failure: PageFailure | undefined;
  for (const step of page.steps) {
    const outcome = await session.practice.run(page, step);
    if (outcome.status !== 'failed') continue;
    failure ??= { file: step.file ?? page.file, line: step.span.start.line, reason: outcome.reason };
  }
  // It is recorded, and its permissions are reported, when it is run for its own sake.
  await session.practice.finish?.(page);
  session.practice.takePermissions?.();
  return failure;
}

export function firstFailure({ done }: ChainSession, pageIds: readonly string[]): PageFailure | undefined {
  return pageIds.map((id) => done.get(id)).find((failure) => failure !== undefined);
}
