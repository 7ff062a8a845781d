import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Scenario } from './scenario.ts';

/** Result of an entry of a script, and its requests to the account. */
export interface Outcome {
  readonly script: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly requests: readonly string[];
}

/**
 * A transcript, byte for byte: each line tells by its sign what it is. `$` what was typed, `>` a request and its
 * status, `|` stdout, `!` stderr (`/` and `?` where the last line has no end), `=` the exit code.
 */
export function print({ script, stdout, stderr, exitCode, requests }: Outcome): string {
  return [
    `$ ${script}`,
    ...requests.map((request) => `> ${request}`),
    ...lines(stdout, '|', '/'),
    ...lines(stderr, '!', '?'),
    `= ${exitCode}`,
    '',
  ].join('\n');
}

function lines(text: string, whole: string, open: string): string[] {
  if (text === '') return [];
  const parts = text.split('\n');
  const last = parts.pop() ?? '';
  const ended = parts.map((line) => `${whole} ${line}`);
  return last === '' ? ended : [...ended, `${open} ${last}`];
}

/** Returns the results of the real CLI for each entry of a scenario; none if it was not recorded yet. */
export function readRecorded({ folder }: Scenario): string[] {
  const file = path.join(folder, RECORDED);
  return existsSync(file) ? split(readFileSync(file, 'utf8')) : [];
}

export function writeRecorded({ folder }: Scenario, transcripts: readonly string[]): void {
  writeFileSync(path.join(folder, RECORDED), transcripts.join(''));
}

const RECORDED = 'recorded.txt';

/** The entries of a transcript, each as `print` gave it. */
function split(transcript: string): string[] {
  return transcript.split(/(?<=^= -?\d+\n)(?=\$ )/m).filter((entry) => entry !== '');
}
