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
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist/cli');
const MANIFEST = join(DIST, 'manifest.json');
const ENTRY = 'src/cli/index.ts';
/** Modules that others import, by their names in `dist/`. */
const PUBLIC = {
  docusaurus: 'plugins/docusaurus/with-tejun.ts',
  remark: 'plugins/remark/index.ts',
  vitest: 'plugins/vitest/index.ts',
  'vitest-page': 'plugins/vitest/page.ts',
};

/** Packages that only few runs load, that read files beside their own, or that cannot be bundled. */
const EXTERNAL = [
  '@docusaurus/*',
  '@jitl/quickjs-wasmfile-release-sync',
  'esbuild',
  'proxy-agent',
  'vite',
  'vitest',
];
/** Optional parts of packages, which are not installed everywhere. */
const OPTIONAL = ['fsevents', '@mongodb-js/zstd', 'node-liblzma'];

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
      writeWhole(join(DIST, `../${name}.js`), reexport(`./cli/${outputs.get(source)}`, name));
    writeWhole(MANIFEST, JSON.stringify(manifest));
  } catch (error) {
    throw new BundleError(
      `The command line must be built again, and cannot be written: ${error.message}. Run \`npm run build:cli\` as the owner of that folder.`,
    );
  }
  removeOld(new Set(chunks));
  return manifest;
}

/** @param {string} file
 * @param {string} name */
const reexport = (file, name) =>
  [`export * from '${file}';`, ...(name === 'remark' ? [`export { default } from '${file}';`] : []), ''].join(
    '\n',
  );

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

/** No module of ours does anything when it is only imported: what a command does not use stays out of its chunks.
 * @type {import('esbuild').Plugin} */
const withoutSideEffects = {
  name: 'without-side-effects',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ path, importer }) =>
      /^(src|plugins)[\\/]/.test(relative(ROOT, importer))
        ? { path: resolve(dirname(importer), path), sideEffects: false }
        : undefined,
    );
  },
};

/**
 * The simulated shell counts the commands that run by just-bash's `coverage`; for each of them just-bash would then load
 * all commands that it has, to record which options were given. Nobody reads these.
 * @type {import('esbuild').Plugin}
 */
const withoutFlagCoverage = {
  name: 'without-flag-coverage',
  setup({ onLoad }) {
    onLoad({ filter: /just-bash[\\/].*[\\/]flag-coverage-\w+\.js$/ }, () => ({
      contents: 'export const emitFlagCoverage = () => {};',
    }));
  },
};

/** Prepares our sources for a bundle that is split by command.
 * @type {import('esbuild').Plugin} */
const ownSources = {
  name: 'own-sources',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](src|plugins)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: throughDoors(namingFilesBeside(readFileSync(path, 'utf8'), path), path),
      loader: 'ts',
    }));
  },
};

/** `new URL('./file', import.meta.url)` goes on naming the file beside the source.
 * @param {string} text
 * @param {string} path */
function namingFilesBeside(text, path) {
  const folder = relative(DIST, dirname(path)).replaceAll('\\', '/');
  return text.replace(
    /new URL\('\.\/([^']+)', import\.meta\.url\)/g,
    `new URL('${folder}/$1', import.meta.url)`,
  );
}

/**
 * Imports from the door of a folder (`index.ts`) become imports from the files behind it: the compiler splits by file,
 * and through a door a command would load all that any other command needs.
 * @param {string} text
 * @param {string} path
 */
function throughDoors(text, path) {
  return text.replace(
    /^import \{([^}]*)\} from '(\.[^']*\/index\.ts)';/gm,
    (statement, /** @type {string} */ names, /** @type {string} */ door) => {
      const behind = namesBehind(join(dirname(path), door));
      const imports = namesIn(names).map(({ name, as }) => {
        const from = behind.get(name) ?? { file: join(dirname(path), door), name };
        return `import { ${from.name} as ${as} } from ${JSON.stringify(from.file)};`;
      });
      return imports.join(' ') + '\n'.repeat(statement.split('\n').length - 1);
    },
  );
}

/** @typedef {Map<string, { file: string, name: string }>} Names */
/** @type {Map<string, Names>} */
const doors = new Map();

/** Finds the files that export the names of a door, through doors behind it. What it declares itself is not among them.
 * @param {string} door
 * @returns {Names} */
function namesBehind(door) {
  const known = doors.get(door);
  if (known) return known;
  /** @type {Names} */
  const found = new Map();
  doors.set(door, found);
  const text = readFileSync(door, 'utf8');
  for (const [, names = '', from = ''] of text.matchAll(/^export \{([^}]*)\} from '(\.[^']*\.ts)';/gm)) {
    const file = join(dirname(door), from);
    for (const { name, as } of namesIn(names))
      found.set(as, (file.endsWith('index.ts') ? namesBehind(file).get(name) : undefined) ?? { file, name });
  }
  for (const [, from = ''] of text.matchAll(/^export \* from '(\.[^']*\/index\.ts)';/gm))
    for (const [name, place] of namesBehind(join(dirname(door), from))) found.set(name, place);
  return found;
}

/** @param {string} list of an import or export, without its types */
const namesIn = (list) =>
  list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith('type '))
    .map((entry) => {
      const [name = '', as = name] = entry.split(' as ');
      return { name, as };
    });

/** @type {import('esbuild').BuildOptions & { write: false, metafile: true }} */
const OPTIONS = {
  absWorkingDir: ROOT,
  entryPoints: [
    { in: ENTRY, out: 'tejun' },
    // A chunk of its own: a thread loads no reporters.
    { in: 'src/doctest/engine/worker.ts', out: 'worker' },
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
  plugins: [schemasOnly, withoutSideEffects, withoutFlagCoverage, ownSources],
  // Packages in CommonJS require what Node.js has.
  banner: {
    js: "import{createRequire as tejunRequire}from'node:module';const require=tejunRequire(import.meta.url);",
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // A package holds no chunks of earlier bundles.
  if (process.argv.includes('--fresh')) rmSync(DIST, { recursive: true, force: true });
  await bundledCli();
}
