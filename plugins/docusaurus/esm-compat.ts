import type { Plugin } from '@docusaurus/types';

/** Lets Docusaurus, which counts on CommonJS in two places, build a package of type `module`. */
export default function modulePackage(): Plugin {
  return {
    name: 'tejun-module-package',
    configureWebpack: (_config, isServer) => ({
      // Its generated modules use `import` and `require.resolveWeak` side by side: no strict ES modules.
      module: { rules: [{ test: /\.js$/, include: /[\\/]\.docusaurus[\\/]/, type: 'javascript/auto' }] },
      // Node would take CommonJS chunks named .js for ES modules.
      ...(isServer && { output: { chunkFilename: 'assets/js/[name].[contenthash:8].cjs' } }),
    }),
  };
}
