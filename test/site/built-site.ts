import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

export { fileAt, serveSite as serveFolder } from '../../tools/serve-site.ts';

/** Builds both languages into a folder of their own, beside whatever `npm start` is doing. */
export async function buildSite(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tejun-site-'));
  const generated = `.docusaurus/test-${process.pid}`;
  const remove = async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(generated, { recursive: true, force: true });
  };
  try {
    await execa('npx', ['docusaurus', 'build', '--out-dir', folder], {
      env: { DOCUSAURUS_GENERATED_FILES_DIR_NAME: generated, NODE_ENV: 'production' },
      all: true,
    });
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}
