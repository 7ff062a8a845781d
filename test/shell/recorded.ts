/** Output of a snippet, in the real bash or in the simulated one. */
export interface Recorded {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const HOME = '/home/ec2-user';
export const WORKING_DIRECTORY = `${HOME}/environment`;
export const environment: Readonly<Record<string, string>> = {
  HOME,
  USER: 'ec2-user',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  PATH: '/usr/local/bin:/usr/bin:/bin',
};

/** A script file -> its snippets. */
export function snippetsOf(script: string): string[] {
  return script.split(/^# ---\n/m);
}

/** One text for a case: each snippet with what it printed below it. */
export function shown(snippets: readonly string[], outputs: readonly Recorded[]): string {
  return snippets.map((snippet, index) => block(snippet, outputs[index])).join('\n');
}

function block(snippet: string, output: Recorded | undefined): string {
  if (!output) return `$ ${snippet}(nothing was recorded)\n`;
  const { stdout, stderr, exitCode } = output;
  return `$ ${snippet}${stream('out', stdout)}${stream('err', neutral(stderr))}= ${exitCode}\n`;
}

function stream(name: string, text: string): string {
  if (text === '') return '';
  const open = text.endsWith('\n') ? '' : '(no line break)\n';
  return `${text.replace(/^/gm, `${name}: `).replace(new RegExp(`${name}: $`), '')}${open && `\n${open}`}`;
}

/** Error texts without what depends on how a snippet reached its shell: `bash: eval: line 3: ` -> `bash: `. */
function neutral(stderr: string): string {
  return stderr.replace(/^bash: (?:eval: )?(?:line \d+: )?/gm, 'bash: ');
}
