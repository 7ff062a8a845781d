import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from '@docusaurus/types';
import packageJson from '../../../package.json' with { type: 'json' };
import { PACKAGE } from '../package-folder.ts';

type ConfigureWebpack = NonNullable<Plugin['configureWebpack']>;

const require = createRequire(import.meta.url);

/** The folders that run in the browser do nothing when they are loaded: what is not used of a door is left out. */
const PURE =
  /[\\/]src[\\/](procedure|matching|recording|practice|shell|aws|session|site)[\\/](?!engine[\\/]worker)/;

/** Chunks of what several parts share, each part of which comes when it is wanted: none stands in a page. */
const SHARED = {
  // The session's, which comes with the first click; a page may want the manual alone.
  practice:
    /[\\/](?:src[\\/](?:aws(?![\\/]manual)|shell)|node_modules[\\/](?:just-bash|@aws-sdk|@aws-crypto|@smithy))[\\/]/,
  // Facts that parts of a page know of a session. Storage alone is wanted without one.
  session:
    /[\\/]src[\\/](?:session[\\/](?!local-storage)[^\\/]+|procedure[\\/][^\\/]+|components[\\/](?:Practice|Variables)[\\/](?:index|use-values))\.ts$/,
  zip: /[\\/]node_modules[\\/]fflate[\\/]/,
};

/** The packages of QuickJS load themselves in five pieces, all of which every function needs. */
const LAMBDA_ENGINE = /[\\/]node_modules[\\/](?:quickjs-emscripten-core|@jitl)[\\/]/;
/** The list of courses grows with them: it comes with the pages that show it, and is kept once for all of these. */
const COURSES = {
  name: 'courses',
  test: /[\\/]tejun-courses[\\/]default[\\/]courses\.json$/,
  type: 'json',
  enforce: true,
};

/** For just-bash's `gzip` and `gunzip`, which say what is thrown: a browser has no synchronous compression. */
const NO_ZLIB = `{ constants: {}, ...Object.fromEntries(['gzipSync', 'gunzipSync'].map((name) => [name, () => {
  throw new Error('not in the simulated shell of a browser: it cannot compress');
}])) }`;

/** How the shell, the built-in `aws` and the sandbox are packed for the browser. */
export const bundling: ConfigureWebpack = (_config, isServer) => {
  const alias = { ...schemasOnly(), ...xmlParser() };
  // A name that a package does not export in a browser would be undefined there, which only a run shows.
  const parser = { exportsPresence: 'error' };
  const isOurs = (path: string) => path.startsWith(PACKAGE) && PURE.test(path.slice(PACKAGE.length - 1));
  // Loaded as what they are: long texts are no scripts.
  const manual = { test: /[\\/]src[\\/]aws[\\/]manual[\\/]texts[\\/]/, type: 'asset/resource' };
  const module = { rules: [{ test: isOurs, sideEffects: false, parser }, manual] };
  // Beside the scripts: hosts and the service worker keep what is there.
  const output = { assetModuleFilename: 'assets/files/[name].[contenthash:8][ext]' };
  if (!isServer) return { output, module, resolve: { alias }, externals: { 'node:zlib': `var ${NO_ZLIB}` } };
  // Nothing is practised while the site is built: its pages need not carry the session.
  const session = join(PACKAGE, 'src/session/engine/index.ts');
  return { module, resolve: { alias: { ...alias, [session]: false } } };
};

/**
 * Chunks of this site. Else Docusaurus puts what many operations share into the one chunk that every page loads, and
 * what a page of the docs shares with others into five more: small ones, which compress badly.
 */
export const chunks: ConfigureWebpack = (_config, isServer) => {
  if (isServer) return {};
  const shared = Object.entries(SHARED).map(([name, test]) => [
    name,
    { name, test, minChunks: 2, priority: 45 },
  ]);
  const cacheGroups = {
    ...Object.fromEntries(shared),
    'lambda-engine': { name: 'lambda-engine', test: LAMBDA_ENGINE, enforce: true, priority: 45 },
    defaultVendors: false as const,
    courses: COURSES,
  };
  return { optimization: { splitChunks: { cacheGroups } } };
};

/** The SDK's parser of XML for browsers takes the document's `DOMParser`, which no worker has. */
function xmlParser(): Record<string, string> {
  const core = createRequire(require.resolve('@aws-sdk/core/protocols'));
  const folder = join(dirname(core.resolve('@aws-sdk/xml-builder')), '../dist-es');
  return { [join(folder, 'xml-parser.browser.js')]: join(folder, 'xml-parser.js') };
}

/** Of an SDK client only its schemas are used; the client itself is ten times as large. */
function schemasOnly(): Record<string, string> {
  const clients = Object.keys(packageJson.dependencies).filter((name) => name.startsWith('@aws-sdk/client-'));
  return Object.fromEntries(
    clients.map((name) => {
      const main = require.resolve(name);
      return [`${name}$`, join(dirname(main), '../dist-es/schemas/schemas_0.js')];
    }),
  );
}
