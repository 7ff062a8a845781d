import { createRequire } from 'node:module';
import type { Plugin } from '@docusaurus/types';

const require = createRequire(import.meta.url);

/** Keeps the scroll position when the reader switches language. */
export default function samePlace(): Plugin {
  return { name: 'tejun-same-place', getClientModules: () => [require.resolve('./scroll-client.ts')] };
}
