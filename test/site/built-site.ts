import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';
import { generatedName } from './shared-build.ts';

export { fileAt, serveSite as serveFolder } from '../../tools/serve-site.ts';

/** The site in both languages, built once for all suites of a run; who comes second waits for who came first. */
export async function buildSite(): Promise<{ folder: string }> {
  // While one works on the suites: a site that `npm run build -- --out-dir` has made.
  if (process.env.TEJUN_BUILT_SITE) return { folder: process.env.TEJUN_BUILT_SITE };
  const shared = process.env.TEJUN_TEST_SITE;
  if (!shared) throw new Error('test/site/shared-build.ts was not set up: see vitest.config.ts.');
  const folder = join(shared, 'site');
  const [done, failed] = [join(shared, 'done'), join(shared, 'failed')];
  const isFirst = await mkdir(join(shared, 'building')).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    try {
      await build(folder, generatedName(shared));
      await writeFile(done, '');
    } catch (error) {
      await writeFile(failed, '');
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error('The site could not be built: another suite says why.');
    await setTimeout(100);
  }
  return { folder };
}

async function build(folder: string, generated: string): Promise<void> {
  await execa('npx', ['docusaurus', 'build', '--out-dir', folder], {
    env: { DOCUSAURUS_GENERATED_FILES_DIR_NAME: generated, NODE_ENV: 'production' },
    all: true,
  });
}
