/** The lines of shell source that the session's bash reads on its standard input. */

/** Where bash reports to: its own, closed for scripts, so that no background job holds it open. */
const CONTROL = 97;

/** What a run leaves in the control folder, each with the run's number at its end. */
export const kept = {
  stdout: 'stdout-',
  stderr: 'stderr-',
  /** Exported variables and the directory. */
  exported: 'exported-',
  /** All that a shell knows. */
  known: 'known-',
} as const;

/** Any text -> one word. */
function word(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Makes a fresh bash ready; `restored` are files to bring back what an earlier one knew. It reports as run 0. */
export function prelude(cwd: string, restored: string | undefined): string {
  return [
    `exec ${CONTROL}>&3 3>&-`,
    // As in a terminal, where pages are read.
    'shopt -s expand_aliases',
    '__tejun_status() { return "$1"; }',
    restored === undefined
      ? `cd ${word(cwd)}`
      : `unset -v $(compgen -e); cd ${word(cwd)}; . ${word(restored)} 2>/dev/null`,
    `\\builtin printf '0 0\\0' >&${CONTROL}`,
    '',
  ].join('\n');
}

/**
 * Runs a script as one word, so that nothing in it can swallow the lines after it, with `$?` as it was left. Then bash
 * writes down what it knows, and reports. The backslash keeps aliases out.
 */
export function turn(script: string, number: number, status: number, control: string): string {
  const file = (name: string): string => word(`${control}/${name}${number}`);
  const before = status === 0 ? '' : `__tejun_status ${status} || `;
  return [
    `${before}\\builtin eval ${word(`${script}\n`)} </dev/null >${file(kept.stdout)} 2>${file(kept.stderr)} ${CONTROL}>&-`,
    '__tejun_code=$?',
    `{ \\builtin export -p; \\builtin printf 'cd %q\\n' "$PWD"; } >${file(kept.exported)} 2>/dev/null`,
    `{ \\builtin declare -p; \\builtin declare -f; \\builtin alias -p; \\builtin shopt -p; \\builtin umask -p` +
      `; \\builtin printf 'cd %q\\n' "$PWD"; \\builtin printf 'set --'; [ $# -eq 0 ] || \\builtin printf ' %q' "$@"` +
      `; \\builtin echo; \\builtin set +o; } >${file(kept.known)} 2>/dev/null`,
    `\\builtin printf '%s %s\\0' ${number} "$__tejun_code" >&${CONTROL}`,
    '',
  ].join('\n');
}
