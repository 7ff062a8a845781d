import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from '@docusaurus/types';

type ConfigureWebpack = NonNullable<Plugin['configureWebpack']>;

const require = createRequire(import.meta.url);

/** The folders that run in the browser do nothing when they are loaded: what is not used of a door is left out. */
const PURE =
  /[\\/]src[\\/](procedure|matching|practice|shell|sandbox|aws-cli|wire|reader)[\\/](?!session[\\/]worker)/;

/** No page imports these: they are the session's, which comes with the first click. */
const PRACTISED = {
  name: 'practice',
  test: /[\\/](?:src[\\/](?:sandbox|shell|aws-cli|wire)|node_modules[\\/](?:just-bash|@aws-sdk|@aws-crypto|@smithy))[\\/]/,
};

/** For just-bash's `gzip` and `gunzip`, which say what is thrown: a browser has no synchronous compression. */
const NO_ZLIB = `{ constants: {}, ...Object.fromEntries(['gzipSync', 'gunzipSync'].map((name) => [name, () => {
  throw new Error('not in the simulated shell of a browser: it cannot compress');
}])) }`;

/** How the shell, the built-in `aws` and the sandbox are packed for the browser. */
export const bundling: ConfigureWebpack = (_config, isServer) => {
  const alias = schemasOnly('sts', 'iam', 's3', 'ec2');
  const module = { rules: [{ test: PURE, sideEffects: false }] };
  if (!isServer) {
    const cacheGroups = { practice: { ...PRACTISED, minChunks: 2, priority: 45 } };
    return {
      module,
      resolve: { alias },
      externals: { 'node:zlib': `var ${NO_ZLIB}` },
      // Else Docusaurus puts what many operations share into the one chunk that every page loads, and what a page of
      // the docs shares with others into five more: small ones, which compress badly.
      optimization: { splitChunks: { cacheGroups: { ...cacheGroups, defaultVendors: false as const } } },
    };
  }
  // Nothing is practised while the site is built: its pages need not carry the session.
  const session = join(process.cwd(), 'src/session/session/index.ts');
  return { module, resolve: { alias: { ...alias, [session]: false } } };
};

/** Of an SDK client only its schemas are used; the client itself is ten times as large. */
function schemasOnly(...services: string[]): Record<string, string> {
  return Object.fromEntries(
    services.map((service) => {
      const main = require.resolve(`@aws-sdk/client-${service}`);
      return [`@aws-sdk/client-${service}$`, join(dirname(main), '../dist-es/schemas/schemas_0.js')];
    }),
  );
}
