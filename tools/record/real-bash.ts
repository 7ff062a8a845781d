import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, HOME, type Recorded, WORKING_DIRECTORY } from '../../test/shell/recorded.ts';

/** Runs the snippets in one real, interactive bash, whose home is a temporary folder. */
export async function runInBash(snippets: readonly string[]): Promise<Recorded[]> {
  const root = await mkdtemp(join(tmpdir(), 'recorded-bash-'));
  try {
    await mkdir(join(root, WORKING_DIRECTORY), { recursive: true });
    const turns = await Promise.all(
      snippets.map(async (snippet, index) => {
        const at = (name: string) => join(root, `${name}-${index}`);
        await writeFile(at('snippet'), snippet);
        return { snippet: at('snippet'), stdout: at('stdout'), stderr: at('stderr'), status: at('status') };
      }),
    );
    const driver = turns.map(
      (turn) =>
        `__snippet="$(cat ${turn.snippet})"\n(exit \${__status:-0})\neval "$__snippet" > ${turn.stdout} 2> ${turn.stderr} < /dev/null\n` +
        `__status=$?\necho $__status > ${turn.status}\n`,
    );
    await feed(root, `set +H\n${driver.join('')}`);
    return await Promise.all(
      turns.map(async ({ stdout, stderr, status }) => ({
        exitCode: Number(await readFile(status, 'utf8')),
        stdout: plain(await readFile(stdout, 'utf8'), root),
        stderr: plain(await readFile(stderr, 'utf8'), root),
      })),
    );
  } finally {
    await rm(root, { recursive: true });
  }
}

function feed(root: string, driver: string): Promise<void> {
  const env = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(HOME, join(root, HOME))]),
  );
  return new Promise((resolve) => {
    const options = { env: { ...env, PS1: '' }, cwd: join(root, WORKING_DIRECTORY) };
    const bash = execFile('bash', ['--norc', '--noprofile', '-i'], options, () => resolve());
    bash.stdin?.end(driver);
  });
}

function plain(text: string, root: string): string {
  return text.replaceAll(root, '');
}
