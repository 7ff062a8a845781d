import { fileURLToPath } from 'node:url';
import type { LoadContext, Plugin } from '@docusaurus/types';

const loader = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Docusaurus puts the translations of all texts into the one chunk that every page loads. Here those of ours come with
 * the files that show them: most are for who runs something.
 */
export default function words(context: LoadContext): Plugin {
  return {
    name: 'tejun-words',
    configureWebpack(_config, isServer) {
      if (isServer) return {};
      const bring = { loader: loader('./inject-loader.js'), options: { context } };
      const rules = [
        {
          test: /[\\/]src[\\/](?:components|theme|pages)[\\/].*\.tsx?$/,
          enforce: 'pre' as const,
          use: [bring],
        },
        { test: /[\\/]codeTranslations\.json$/, use: [{ loader: loader('./strip-loader.js') }] },
      ];
      return { module: { rules } };
    },
  };
}
