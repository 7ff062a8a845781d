import { CliFailure } from '../failures.ts';
import type { AwsOutput } from '../types.ts';

export type Verbosity = 'all' | 'errors' | 'none';

/**
 * Output and exit code of a transfer: 1 when something failed, 2 when something was skipped. The progress, which
 * a terminal overwrites line by line, is left out.
 */
export class Report {
  #stdout = '';
  #stderr = '';
  #failed = 0;
  #warned = 0;
  readonly #loudness: Verbosity;

  constructor(loudness: Verbosity) {
    this.#loudness = loudness;
  }

  /** `upload: ./a to s3://b/a` */
  done(what: string, where: string): void {
    if (this.#loudness === 'all') this.#stdout += `${what}: ${where}\n`;
  }

  wouldDo(what: string, where: string): void {
    // Like the CLI, which counts a dry run not among the successes that --only-show-errors hides.
    if (this.#loudness !== 'none') this.#stdout += `(dryrun) ${what}: ${where}\n`;
  }

  failed(what: string, where: string, error: unknown): void {
    this.#failed++;
    this.#complain(`${what} failed: ${where} ${messageOf(error)}`);
  }

  /** Ends the transfer. */
  fatal(error: unknown): void {
    this.#failed++;
    this.#complain(`fatal error: ${messageOf(error)}`);
  }

  skipped(path: string, why: string): void {
    this.#warned++;
    this.#complain(`warning: Skipping file ${path}. ${why}`);
  }

  output(): AwsOutput {
    const exitCode = this.#failed > 0 ? 1 : this.#warned > 0 ? 2 : 0;
    return { stdout: this.#stdout, stderr: this.#stderr, exitCode };
  }

  #complain(line: string): void {
    if (this.#loudness !== 'none') this.#stderr += `${line}\n`;
  }
}

/** A failure of the command as it is told within a line. Rethrows a defect of our own. */
function messageOf(error: unknown): string {
  if (error instanceof CliFailure) return error.message;
  throw error;
}
