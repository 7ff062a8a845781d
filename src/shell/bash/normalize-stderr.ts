/** What a bash that reads a script says -> what it says in a terminal, where pages are read. */
export function normalizeStderr(stderr: string): string {
  return stderr
    .replace(/^bash: line \d+: +\d+ (\w[\w ]*?(?: \(core dumped\))?) {2,}.*$/gm, '$1')
    .replace(/^(?:bash: (?:eval: )?|main: )line \d+: /gm, 'bash: ');
}
