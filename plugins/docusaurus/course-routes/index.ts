import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { chunkTable, MoveChunkFiles, PRACTICES } from './chunk-files.ts';
import { readGenerated } from './generated.ts';
import { ADD_FILES, CHUNK_FILES, splitRoutes } from './split-routes.ts';

const require = createRequire(import.meta.url);
const PRELOAD = require.resolve('@docusaurus/core/lib/client/preload.js');
const OWN_PRELOAD = require.resolve('./client/preload.ts');
const PRACTICE_MODULES = 'tejun-practices/default/practices';

/**
 * Keeps the routes of courses, and the names of their files, out of what every page loads: a reader downloads those of
 * the course that is opened, whatever the number of courses. The development server keeps all, which costs nothing there.
 */
export default function courseRoutes(context: LoadContext): Plugin {
  return {
    name: 'tejun-course-routes',
    // Every table needs it: else each would bring it.
    getClientModules: () => (process.env.NODE_ENV === 'production' ? [ADD_FILES] : []),
    // Docusaurus asks for this when it has written its routes.
    configureWebpack(_config, isServer) {
      if (isServer || process.env.NODE_ENV !== 'production') return {};
      const { generatedFilesDir } = context;
      const folder = join(generatedFilesDir, 'tejun-course-routes');
      return {
        resolve: {
          alias: {
            ...writeModules(generatedFilesDir, folder),
            [PRELOAD.replace(/\.js$/, '')]: OWN_PRELOAD,
          },
        },
        plugins: [new MoveChunkFiles(generatedFilesDir)],
      };
    },
  };
}

/** @returns what each of the modules takes the place of */
function writeModules(generated: string, folder: string): Record<string, string> {
  const write = (name: string, code: string): string => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
    return file;
  };
  const split = splitRoutes(readGenerated(generated), (path) => join(folder, `courses${path}.js`));
  for (const [path, code] of split.courses) write(`courses${path}.js`, code);
  const modules = {
    routes: split.routes,
    routesChunkNames: split.chunkNames,
    registry: split.registry,
    [PRACTICE_MODULES]: withTable(readFileSync(join(generated, `${PRACTICE_MODULES}.js`), 'utf8')),
  };
  return Object.fromEntries(
    Object.entries(modules).map(([name, code]) => [join(generated, name), write(`${name}.js`, code)]),
  );
}

/** Practices are loaded from more than one course: their files are listed where they are. */
function withTable(code: string): string {
  const names = [...code.matchAll(/webpackChunkName: "([^"]+)"/g)].map(([, name = '']) => name);
  return [CHUNK_FILES, `addChunkFiles(${chunkTable(PRACTICES, names)});`, code].join('\n');
}
