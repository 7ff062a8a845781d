import type { ExecResult } from 'just-bash';

/** A command that succeeded and printed this. */
export function succeeded(stdout: string): ExecResult {
  return { stdout, stderr: '', exitCode: 0 };
}

/** A command that failed: its message without the line break. */
export function failed(message: string, exitCode = 1): ExecResult {
  return { stdout: '', stderr: `${message}\n`, exitCode };
}
