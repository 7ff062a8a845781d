import { createRequire } from 'node:module';
import type { Plugin } from '@docusaurus/types';

const require = createRequire(import.meta.url);

/** Who changes the language goes on reading where they were. */
export default function samePlace(): Plugin {
  return { name: 'tejun-same-place', getClientModules: () => [require.resolve('./client.ts')] };
}
