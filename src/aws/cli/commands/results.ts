import type { AwsOutput } from '../types.ts';

/** A command that went well and printed this. */
export const printedOutput = (stdout: string): AwsOutput => ({ stdout, stderr: '', exitCode: 0 });
