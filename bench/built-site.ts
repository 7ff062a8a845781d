import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { execa } from 'execa';

let built: Promise<string> | undefined;

/** The folder of the site as readers get it, built once for all measures and gone when they are done. */
export function builtSite(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-bench-site-'));
  const generated = `.docusaurus/${basename(folder)}`;
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(generated, { recursive: true, force: true });
  });
  await execa('npx', ['docusaurus', 'build', '--out-dir', folder], {
    env: { DOCUSAURUS_GENERATED_FILES_DIR_NAME: generated, NODE_ENV: 'production' },
  });
  return folder;
}
