import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from '@docusaurus/types';
import { PACKAGE } from '../package-folder.ts';
import { noticesText, owningFolder } from './notices-text.ts';

/** Packages in the service worker, which is bundled apart from the pages. */
const IN_THE_SERVICE_WORKER = ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'];

const NOTICES_FILE = 'third-party-notices.txt';

interface Module {
  /** The module's file; none for what the bundler makes itself. */
  nameForCondition?(): string | null | undefined;
  /** Of modules that were put into one. */
  readonly modules?: Iterable<Module>;
}

interface Stats {
  readonly compilation: { readonly modules: Iterable<Module> };
}

interface Compiler {
  readonly hooks: { readonly done: { tap(name: string, act: (stats: Stats) => void): void } };
}

/** The licences of all that is in the pages' scripts and styles, which the minifier takes out, in one file. */
export default function notices(): Plugin {
  const folders = new Set<string>();
  const collect = (compiler: Compiler) =>
    compiler.hooks.done.tap('tejun-notices', (stats) => {
      for (const file of filesOf(stats.compilation.modules)) {
        const folder = owningFolder(file);
        if (folder) folders.add(folder);
      }
    });
  return {
    name: 'tejun-notices',
    // The development server publishes nothing: it would list all modules after each save.
    configureWebpack: (_config, isServer) =>
      isServer || process.env.NODE_ENV !== 'production' ? {} : { plugins: [{ apply: collect }] },
    async postBuild({ outDir, siteDir }) {
      for (const name of IN_THE_SERVICE_WORKER) folders.add(join(siteDir, 'node_modules', name));
      const manual = await readFile(join(PACKAGE, 'src/aws/manual/texts/NOTICE'), 'utf8');
      const others = { 'Descriptions of the AWS CLI 2.9.19 (Apache-2.0)': manual };
      await writeFile(join(outDir, NOTICES_FILE), noticesText([...folders], others));
    },
  };
}

function filesOf(modules: Iterable<Module>): string[] {
  return [...modules].flatMap((module) => [
    ...filesOf(module.modules ?? []),
    ...[module.nameForCondition?.() ?? []].flat(),
  ]);
}
