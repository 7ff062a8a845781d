import { availableParallelism } from 'node:os';
import { type Plan, type PreparedRun, prepareRun, type TargetOptions } from '../doctest/index.ts';

/** Finds what a run needs. @throws UsageError in the words of the writer */
export function prepare(plan: Plan, choice: TargetOptions): Promise<PreparedRun> {
  const machine = {
    now: new Date(),
    path: process.env.PATH ?? '',
    env: process.env,
    pid: process.pid,
    cores: availableParallelism(),
    aws: process.env.TEJUN_AWS,
  };
  return prepareRun(choice, machine, { root: plan.root, pages: idsOf(plan) });
}

const idsOf = ({ pages }: Plan): string[] =>
  pages.flatMap(({ page, prerequisites }) => [page, ...prerequisites].map(({ id }) => id));
