import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** One line with no character that the grammar knows: it cannot be wrong. */
const PLAIN = /^[\w ./:=,@%+-]*$/;

/**
 * Returns bash's syntax error of a script in one line; undefined where it has none. Asked in a process of its own:
 * the session's bash must never see such text, which may upset its parser for good.
 */
export async function bashSyntaxProblem(script: string): Promise<string | undefined> {
  if (PLAIN.test(script)) return undefined;
  const child = spawn('bash', ['--noprofile', '--norc', '-O', 'extglob', '-n'], {
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    // A script that takes longer to read is stopped where it runs.
    ...{ timeout: 10_000, killSignal: 'SIGKILL' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.on('error', () => undefined); // bash gives up at the first mistake
  child.stdin.end(`${script}\n`);
  const [first = ''] = (await text(child.stderr)).split('\n');
  return first === '' ? undefined : `${inOneForm(first, script)}\n`;
}

/** To bash this is a warning; in a procedure it is a mistake, which would swallow the steps after it. */
function inOneForm(message: string, script: string): string {
  const [, delimiter] =
    /here-document at line \d+ delimited by end-of-file \(wanted `(.*)'\)$/.exec(message) ?? [];
  if (delimiter === undefined) return message;
  const line = script.trimEnd().split('\n').length;
  return `bash: line ${line}: syntax error: here-document is not closed: no line reads \`${delimiter}'`;
}
