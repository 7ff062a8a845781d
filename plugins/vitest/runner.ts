import { type RunnerTestSuite, TestRunner } from 'vitest';

/**
 * Vitest's runner without what steps never use: snapshots and `expect`. They would cost a page two exchanges with the
 * main process, and each step some bookkeeping.
 */
export default class PageRunner extends TestRunner {
  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    if (!isFile(suite)) await super.onBeforeRunSuite(suite);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    if (!isFile(suite)) await super.onAfterRunSuite(suite);
  }

  override onBeforeTryTask(): void {}

  override onAfterTryTask(): void {}
}

const isFile = (suite: RunnerTestSuite): boolean => 'filepath' in suite;
