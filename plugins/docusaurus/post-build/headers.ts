import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltSite, htmlFiles } from './built-site.ts';
import { contentSecurityPolicy, inlineScriptHashes } from './csp.ts';

/** For the engine of Lambda functions, which runs in the worker. The policy in each page goes without: a page may not. */
const WEBASSEMBLY = 'wasm-unsafe-eval';

/**
 * `_headers`, as Cloudflare Pages, Netlify and others read it. Workers heed only the policy that comes with their own
 * file, and who may frame a page only a header can say. One file for all locales: each build writes it anew.
 */
export async function writeHeaders({ root }: BuiltSite): Promise<void> {
  const hashes = new Set<string>();
  for (const name of await htmlFiles(root)) {
    for (const hash of inlineScriptHashes(await readFile(join(root, name), 'utf8'))) hashes.add(hash);
  }
  const rules = {
    '/*': {
      'Content-Security-Policy': `${contentSecurityPolicy([...hashes, WEBASSEMBLY])}; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
    // Their names change with their content.
    '/assets/*': { 'Cache-Control': 'public, max-age=31536000, immutable' },
    '/*/assets/*': { 'Cache-Control': 'public, max-age=31536000, immutable' },
    '/*.md': { 'Content-Type': 'text/markdown; charset=utf-8' },
    '/*.txt': { 'Content-Type': 'text/plain; charset=utf-8' },
  };
  const text = Object.entries(rules)
    .map(([path, headers]) => [
      path,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
  await writeFile(join(root, '_headers'), text);
}
