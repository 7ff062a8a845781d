/**
 * Builds the command line: `src/cli` with the packages that it uses, split by command, so that no run transpiles or
 * searches node_modules. In a checkout the bundle follows the sources. Chunks are named by their content: a process
 * that still runs an older bundle keeps its files, and two builds at once write the same.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist/cli');
const MANIFEST = join(DIST, 'manifest.json');
const ENTRY = 'src/cli/index.ts';
/** Modules that others import, by their names in `dist/`. */
const PUBLIC = { vitest: 'plugins/vitest/index.ts', 'vitest-page': 'plugins/vitest/page.ts' };

/** Packages that only few runs load, that read files beside their own, or that cannot be bundled. */
const EXTERNAL = [
  '@docusaurus/*',
  'esbuild',
  'just-bash',
  'proxy-agent',
  'pyodide',
  'quickjs-emscripten',
  'vite',
  'vitest',
];
/** Optional parts of packages, which are not installed everywhere. */
const OPTIONAL = ['fsevents'];

/** How long chunks of earlier bundles are kept for the processes that run them. */
const KEPT_MS = 86_400_000;

/** Versions of the packages at the time of bundling. */
const PACKAGES = ['package.json', 'node_modules/.package-lock.json', 'bin/bundle.js'];

/** The command line cannot be built. The message tells what to do, or the compiler has printed it. */
export class BundleError extends Error {}

/**
 * Builds the bundle where there is none for the sources as they are.
 * @returns {Promise<string>} the URL of the module that exports `main`
 * @throws {BundleError}
 */
export async function bundledCli() {
  const manifest = readManifest();
  const built = manifest && isCurrent(manifest) ? manifest : await build();
  return pathToFileURL(join(DIST, built.entry)).href;
}

/** @typedef {{ entry: string, chunks: string[], sources: Record<string, string> }} Manifest */

/** @returns {Manifest | undefined} */
function readManifest() {
  try {
    return JSON.parse(readFileSync(MANIFEST, 'utf8'));
  } catch {
    return undefined;
  }
}

/** An installed package holds its bundle and no sources.
 * @param {Manifest} manifest */
const isCurrent = ({ sources }) =>
  !existsSync(join(ROOT, ENTRY)) || Object.entries(sources).every(([file, stamp]) => stampOf(file) === stamp);

/** Tells two states of a file apart; of a folder, which files it holds.
 * @param {string} file */
function stampOf(file) {
  const stat = statSync(join(ROOT, file), { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.isDirectory() ? '' : stat.size}` : 'none';
}

/** A file saved while it was compiled may have been compiled as it was before.
 * @param {string} file
 * @param {number} time */
const isNewer = (file, time) => (statSync(join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= time;

async function loadCompiler() {
  try {
    return (await import('esbuild')).build;
  } catch {
    throw new BundleError('The dependencies of Tejun are not installed: run `npm ci` in its folder.');
  }
}

/** @returns {Promise<Manifest>} */
async function build() {
  const compile = await loadCompiler();
  const begun = Date.now();
  const started = Object.fromEntries(PACKAGES.map((file) => [file, stampOf(file)]));
  const { metafile, outputFiles } = await compile(OPTIONS).catch(() => {
    throw new BundleError('The command line could not be built from src/cli.');
  });
  const sources = Object.keys(metafile.inputs).filter((file) => /^(src|plugins)\//.test(file));
  const folders = new Set(sources.map((file) => dirname(file)));
  const stamps = [...sources, ...folders].map((file) => [
    file,
    isNewer(file, begun) ? 'unknown' : stampOf(file),
  ]);
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([file, { entryPoint }]) => [
      entryPoint,
      relative(DIST, join(ROOT, file)),
    ]),
  );
  const entry = outputs.get(ENTRY) ?? '';
  const chunks = outputFiles.map(({ path }) => relative(DIST, path));
  /** @type {Manifest} */
  const manifest = { entry, chunks, sources: { ...started, ...Object.fromEntries(stamps) } };
  try {
    mkdirSync(DIST, { recursive: true });
    for (const { path, contents } of outputFiles) {
      if (existsSync(path)) utimesSync(path, new Date(), new Date());
      else writeWhole(path, contents);
    }
    for (const [name, source] of Object.entries(PUBLIC))
      writeWhole(join(DIST, `../${name}.js`), `export * from './cli/${outputs.get(source)}';\n`);
    writeWhole(MANIFEST, JSON.stringify(manifest));
  } catch (error) {
    throw new BundleError(
      `The command line must be built again, and cannot be written: ${error.message}. Run \`npm run build:cli\` as the owner of that folder.`,
    );
  }
  removeOld(new Set(chunks));
  return manifest;
}

/** A file is there with all of its content, or not at all.
 * @param {string} path
 * @param {string | Uint8Array} content */
function writeWhole(path, content) {
  const unfinished = `${path}.${process.pid}.unfinished`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}

/** @param {ReadonlySet<string>} used */
function removeOld(used) {
  for (const name of readdirSync(DIST)) {
    if (name === 'manifest.json' || used.has(name)) continue;
    const path = join(DIST, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > KEPT_MS) rmSync(path, { force: true });
  }
}

/** Of an SDK client only the schemas are wanted where models are loaded: the rest is many times as large.
 * @type {import('esbuild').Plugin} */
const schemasOnly = {
  name: 'schemas-only',
  setup({ onResolve }) {
    onResolve({ filter: /^@aws-sdk\/client-/ }, ({ path, importer }) =>
      importer.startsWith(join(ROOT, 'src/aws/wire/'))
        ? { path: join(ROOT, 'node_modules', path, 'dist-es/schemas/schemas_0.js'), sideEffects: false }
        : undefined,
    );
  },
};

/** `new URL('./file', import.meta.url)` goes on naming the file beside the source.
 * @type {import('esbuild').Plugin} */
const filesBeside = {
  name: 'files-beside',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](src|plugins)[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes("', import.meta.url)")) return undefined;
      const folder = relative(DIST, dirname(path)).replaceAll('\\', '/');
      const contents = text.replace(
        /new URL\('\.\/([^']+)', import\.meta\.url\)/g,
        `new URL('${folder}/$1', import.meta.url)`,
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** @type {import('esbuild').BuildOptions & { write: false, metafile: true }} */
const OPTIONS = {
  absWorkingDir: ROOT,
  entryPoints: [
    { in: ENTRY, out: 'tejun' },
    ...Object.entries(PUBLIC).map(([name, source]) => ({ in: source, out: name })),
  ],
  outdir: DIST,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'error',
  external: [...EXTERNAL, ...OPTIONAL],
  plugins: [schemasOnly, filesBeside],
  // Packages in CommonJS require what Node.js has.
  banner: {
    js: "import{createRequire as tejunRequire}from'node:module';const require=tejunRequire(import.meta.url);",
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundledCli();
