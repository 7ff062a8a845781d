import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltSite, htmlFiles } from './built-site.ts';

/**
 * Builds the policy of a page: files of this site, and the inline scripts that Docusaurus wrote into it, named by
 * their hashes. Colours of code are written as `style` attributes, which no hash can name.
 */
export function contentSecurityPolicy(scriptHashes: Iterable<string>): string {
  const scripts = ["'self'", ...[...scriptHashes].sort().map((hash) => `'${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

/** Writes into each page of the locale the policy that it needs. */
export async function addPolicies({ folder, others }: BuiltSite): Promise<void> {
  for (const name of await htmlFiles(folder, others)) {
    const file = join(folder, name);
    await writeFile(file, withPolicy(await readFile(file, 'utf8'), name));
  }
}

const CHARSET = /<meta charset=["']?utf-8["']? ?\/?>/i;

export function withPolicy(html: string, name: string): string {
  const policy = contentSecurityPolicy(inlineScriptHashes(html));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  // Before anything that it is to govern.
  const page = html.replace(CHARSET, (charset) => charset + meta);
  if (page === html) throw new Error(`${name}: no <meta charset>, after which the policy would stand.`);
  return page;
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)(?<attributes>[^>]*)>(?<text>.*?)<\/script>/gs;

/** Hashes (`sha256-...`) of the scripts that stand in a page; data such as JSON-LD is never run. */
export function inlineScriptHashes(html: string): Set<string> {
  const hashes = new Set<string>();
  for (const { groups = {} } of html.matchAll(INLINE_SCRIPT)) {
    if (/\btype=["']?application\/(?:ld\+)?json/.test(groups.attributes ?? '')) continue;
    hashes.add(
      `sha256-${createHash('sha256')
        .update(groups.text ?? '')
        .digest('base64')}`,
    );
  }
  return hashes;
}
