/** Rewrites messages of a bash that reads a script into those of a terminal. */
export function normalizeStderr(stderr: string): string {
  return stderr
    .replace(/^bash: line \d+: +\d+ (\w[\w ]*?(?: \(core dumped\))?) {2,}.*$/gm, '$1')
    .replace(/^(?:bash: (?:eval: )?|main: )line \d+: /gm, 'bash: ');
}
