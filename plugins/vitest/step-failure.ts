import type { StepReport } from '../../src/doctest/run/index.ts';

/**
 * What reporters of Vitest's own see of a failed step. They read the place of an error from its stack, so the stack
 * names the page and the line that a writer must look at, not our code.
 */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';

  constructor(report: StepReport, path: string) {
    super(message(report));
    this.stack = `${this.name}: ${this.message}\n    at ${path}:${report.failedLine ?? report.line}:1`;
  }
}

function message({ command, reason, verdict }: StepReport): string {
  const marks = { same: ' ', accepted: '~', expected: '-', actual: '+', extra: '!' } as const;
  const diff = (verdict?.diff ?? []).map(({ kind, text }) => `${marks[kind]} ${text}`);
  return [`$ ${command}`, reason ?? 'It failed.', ...diff].join('\n');
}
