import { describe, expect, it } from 'vitest';
import { generalError } from '../../../../src/aws/cli/failures.ts';
import { Report, type Verbosity } from '../../../../src/aws/cli/s3/report.ts';

function told(verbosity: Verbosity) {
  const report = new Report(verbosity);
  report.done('upload', './a to s3://b/a');
  report.wouldDo('delete', 's3://b/c');
  report.skipped('/d', 'File does not exist.');
  return { report, output: report.output() };
}

describe('Report', () => {
  const SKIPPED = 'warning: Skipping file /d. File does not exist.\n';
  it.each([
    ['all', 'upload: ./a to s3://b/a\n(dryrun) delete: s3://b/c\n', SKIPPED],
    ['errors', '(dryrun) delete: s3://b/c\n', SKIPPED],
    ['none', '', ''],
  ] as const)('tells %s', (verbosity, stdout, stderr) => {
    expect(told(verbosity).output).toEqual({ stdout, stderr, exitCode: 2 });
  });

  it('exits with 1 once something failed', () => {
    const { report } = told('errors');
    report.failed('upload', './a to s3://b/a', generalError('no'));
    report.fatal(generalError('end'));
    expect(report.output()).toMatchObject({
      ...{ exitCode: 1, stderr: `${SKIPPED}upload failed: ./a to s3://b/a no\nfatal error: end\n` },
    });
  });

  it('passes on a defect of our own', () => {
    expect(() => told('all').report.fatal(new TypeError('defect'))).toThrow('defect');
  });

  it('exits with 0 where all went well', () => expect(new Report('all').output().exitCode).toBe(0));
});
