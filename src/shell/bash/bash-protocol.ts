/** The lines of shell source that the session's bash reads on its standard input. */

import { quoted } from '../quoting.ts';
import { MOST_MEMORY } from './run-limits.ts';

/** Descriptors of bash itself, closed for scripts so that no background job holds them open. */
const CONTROL = 97;
const STDOUT = 98;
const STDERR = 99;

/** A record on the control pipe ends with a character that no text of a shell has in it. */
const END_OF_RECORD = "\\builtin printf '\\0'";

/**
 * Largest file that a script may write (KiB), and files that a process may hold open: each socket takes memory. What one
 * process may hold of memory, the kernel sees to; what all of them hold is watched.
 */
const LARGEST_FILE = 1024 * 1024;
const OPEN_FILES = 1024;
const LIMITS = [
  `-f ${LARGEST_FILE}`,
  '-c 0',
  `-n ${OPEN_FILES}`,
  `-d ${Math.floor(MOST_MEMORY / 1024)}`,
] as const;

/** Shell source that brings back what a bash knew at the end of a turn. It sends both before its report. */
export interface Knowledge {
  /** Exported variables and the directory. */
  readonly exported: string;
  /** All that a shell knows. */
  readonly known: string;
}

/** Makes a fresh bash ready; `restored` is shell source to bring back what an earlier one knew. It reports as run 0. */
export function prelude(cwd: string, restored: string | undefined): string {
  return [
    `exec ${CONTROL}>&3 3>&-`,
    // One at a time: a limit that is lower already must not keep the next from being set.
    ...LIMITS.map((limit) => `ulimit ${limit} 2>/dev/null`),
    // As in a terminal, where pages are read.
    'shopt -s expand_aliases',
    '__tejun_status() { return "$1"; }',
    restored === undefined
      ? `cd ${quoted(cwd)}`
      : `unset -v $(compgen -e); cd ${quoted(cwd)}; \\builtin eval ${quoted(restored)} 2>/dev/null`,
    `\\builtin printf '0 0\\0' >&${CONTROL}`,
    '',
  ].join('\n');
}

/** Path and closing text of an output stream, as bash knows it. */
interface StreamEnd {
  readonly path: string;
  readonly marker: string;
}

export interface BashTurn {
  readonly script: string;
  /** `$?` as the script finds it. */
  readonly status: number;
  readonly stdout: StreamEnd;
  readonly stderr: StreamEnd;
}

/**
 * Runs a script as one word, so that nothing in it can swallow the lines after it. Then bash closes the streams with
 * their markers, tells what it knows, and reports. The backslashes keep aliases out.
 */
export function turn({ script, status, stdout, stderr }: BashTurn): string {
  const before = status === 0 ? '' : `__tejun_status ${status} || `;
  const end = ({ marker }: StreamEnd, descriptor: number): string =>
    `\\builtin printf '\\0%s\\0' ${marker.replaceAll('\0', '')} >&${descriptor}`;
  return [
    `exec ${STDOUT}>${quoted(stdout.path)} ${STDERR}>${quoted(stderr.path)}`,
    `${before}\\builtin eval ${quoted(`${script}\n`)} </dev/null >&${STDOUT} 2>&${STDERR} ` +
      `${CONTROL}>&- ${STDOUT}>&- ${STDERR}>&-`,
    '__tejun_code=$?',
    `${end(stdout, STDOUT)}; ${end(stderr, STDERR)}; exec ${STDOUT}>&- ${STDERR}>&-`,
    `{ \\builtin export -p; \\builtin printf 'cd %q\\n' "$PWD"; ${END_OF_RECORD}; } >&${CONTROL} 2>/dev/null`,
    `{ \\builtin declare -p; \\builtin declare -f; \\builtin alias -p; \\builtin shopt -p; \\builtin umask -p` +
      `; \\builtin printf 'cd %q\\n' "$PWD"; \\builtin printf 'set --'; [ $# -eq 0 ] || \\builtin printf ' %q' "$@"` +
      `; \\builtin echo; \\builtin set +o; ${END_OF_RECORD}; } >&${CONTROL} 2>/dev/null`,
    `\\builtin printf '1 %s\\0' "$__tejun_code" >&${CONTROL}`,
    '',
  ].join('\n');
}
