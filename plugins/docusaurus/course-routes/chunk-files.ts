import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CurrentBundler } from '@docusaurus/types';

type Compiler = InstanceType<CurrentBundler['instance']['Compiler']>;
type Compilation = InstanceType<CurrentBundler['instance']['Compilation']>;
type Chunk = Compilation['chunks'] extends Set<infer One> ? One : never;

/** Files of chunks that are not in the runtime, which every page loads. */
interface ChunkTable {
  /** The script with the table. */
  readonly file: string;
  /** By the names of the chunks. */
  readonly chunks: Readonly<Record<string, string>>;
}

/** By the names of courses; one more for the practices of all. */
export type ChunkTables = Readonly<Record<string, ChunkTable>>;
export const PRACTICES = 'practices of all courses';

const tablesFile = (generatedFilesDir: string): string =>
  join(generatedFilesDir, 'tejun-course-routes/chunk-files.json');

/** Reads the tables of the site that was built last. */
export const readTables = (generatedFilesDir: string): ChunkTables =>
  JSON.parse(readFileSync(tablesFile(generatedFilesDir), 'utf8'));

/** Code that becomes the table of these chunks, for `addChunkFiles`. */
export const chunkTable = (owner: string, names: readonly string[]): string =>
  JSON.stringify(`chunk files of ${owner}: ${names.join(' ')}`);
const TABLE = /"chunk files of ([^":]+): ([^"]*)"/g;

/**
 * Moves the names of chunks' files, with the hashes in them, from the runtime into the modules that have a
 * `chunkTable` of them. Writes the tables, for what is made of the finished site.
 */
export class MoveChunkFiles {
  readonly #generatedFilesDir: string;

  constructor(generatedFilesDir: string) {
    this.#generatedFilesDir = generatedFilesDir;
  }

  apply(compiler: Compiler): void {
    const tables = new Map<string, { readonly holder: Chunk; readonly chunks: readonly Chunk[] }>();
    compiler.hooks.thisCompilation.tap('MoveChunkFiles', (compilation) => {
      // Before scripts are made small, and names of files follow their content.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE;
      compilation.hooks.processAssets.tap({ name: 'MoveChunkFiles', stage }, () => {
        const byName = new Map([...compilation.chunks].map((chunk) => [chunk.name, chunk]));
        const moved = new Set<Chunk>();
        for (const holder of compilation.chunks)
          edit(compilation, holder, (code) =>
            code.replace(TABLE, (_, owner: string, names: string) => {
              const chunks = names.split(' ').flatMap((name) => byName.get(name) ?? []);
              tables.set(owner, { holder, chunks });
              for (const chunk of chunks) moved.add(chunk);
              return JSON.stringify(filesOf(chunks));
            }),
          );
        const gone = new Set([...moved].flatMap(({ id, name }) => [String(id), name ?? '']));
        for (const chunk of compilation.chunks)
          if (chunk.hasRuntime()) edit(compilation, chunk, (code) => withoutEntries(code, gone));
      });
    });
    compiler.hooks.afterEmit.tap('MoveChunkFiles', () => {
      const entries = [...tables].map(([owner, { holder, chunks }]): [string, ChunkTable] => [
        owner,
        {
          file: scriptOf(holder),
          chunks: Object.fromEntries(chunks.map((one) => [one.name, scriptOf(one)])),
        },
      ]);
      writeFileSync(tablesFile(this.#generatedFilesDir), JSON.stringify(Object.fromEntries(entries)));
    });
  }
}

function edit(compilation: Compilation, chunk: Chunk, change: (code: string) => string): void {
  for (const file of chunk.files) {
    if (!file.endsWith('.js')) continue;
    compilation.updateAsset(file, (source) => {
      const code = String(source.source());
      const changed = change(code);
      return changed === code ? source : new compilation.compiler.webpack.sources.RawSource(changed);
    });
  }
}

/** By id, as a script asks for a chunk, and by name, as a link to a page does. */
const filesOf = (chunks: readonly Chunk[]): Record<string, string> =>
  Object.fromEntries(chunks.flatMap((chunk) => [chunk.id, chunk.name].map((key) => [key, scriptOf(chunk)])));

function scriptOf(chunk: Chunk): string {
  const script = [...chunk.files].find((file) => file.endsWith('.js'));
  if (!script) throw new Error(`The chunk ${chunk.name ?? chunk.id} has no script.`);
  return script;
}

/** Maps of words to words, as the runtime has them for names and hashes of chunks. */
const MAP = /\{\s*(?:"[^"]+":\s*"[^"]+",?\s*)+\}/g;

function withoutEntries(code: string, keys: ReadonlySet<string>): string {
  return code.replace(MAP, (text) => {
    const map = JSON.parse(text.replace(/,\s*\}$/, '}')) as Record<string, string>;
    return JSON.stringify(Object.fromEntries(Object.entries(map).filter(([key]) => !keys.has(key))));
  });
}
