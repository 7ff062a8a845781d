import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { prepareRun } from '../../../src/doctest/targets/prepare.ts';

/** A PATH with bash and an `aws`, and a bubblewrap that does not work. */
function pathWithoutBubblewrap(): string {
  const bin = mkdtempSync(join(tmpdir(), 'prepare-'));
  const program = (name: string, text: string): void => {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  };
  for (const name of ['bash', 'mkfifo', 'rm', 'grep']) symlinkSync(`/usr/bin/${name}`, join(bin, name));
  program('aws', '#!/usr/bin/bash\necho aws-cli/2.9.19 Python/3.11.2\n');
  program('bwrap', '#!/usr/bin/bash\necho "bwrap: no namespaces here." >&2\nexit 1\n');
  vi.stubEnv('PATH', bin);
  remove = () => rmSync(bin, { recursive: true });
  return bin;
}
let remove = (): void => undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  remove();
});

const project = { root: '/nowhere', pages: [] };
const inBash = { target: 'sandbox', shell: 'bash' } as const;
const machine = (path: string, env: Record<string, string>) => ({
  now: new Date(0),
  path,
  env,
  pid: 1,
  cores: 2,
});

describe.skipIf(process.platform !== 'linux')('a real bash without bubblewrap', () => {
  test('is refused on CI', async () => {
    const run = prepareRun(inBash, machine(pathWithoutBubblewrap(), { CI: 'true' }), project);
    await expect(run).rejects.toThrow(
      /secrets: bwrap: no namespaces here\. Install bubblewrap, or add --unconfined/,
    );
  });

  test.each([
    ['--unconfined', { CI: 'true' }, { unconfined: true }],
    ["a person's machine", {}, {}],
    ['CI=false', { CI: 'false' }, {}],
  ])('says what a page can read with %s', async (_name, env, options) => {
    const run = await prepareRun({ ...inBash, ...options }, machine(pathWithoutBubblewrap(), env), project);
    expect(run.notes).toEqual([
      expect.stringMatching(
        /^Commands run as you: they can read your files and the variables of this process/,
      ),
    ]);
  });
});
