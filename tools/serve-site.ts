import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { escapeRegExp } from '../src/procedure/escape-reg-exp.ts';

/** The file that a host would answer an address with; undefined where there is none. */
export function fileAt(folder: string, address: string): string | undefined {
  const path = decodeURIComponent(new URL(address, 'http://site').pathname);
  return [path, `${path}.html`, `${path}/index.html`]
    .map((candidate) => join(folder, candidate))
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a built site as a host does: headers of `_headers`, files compressed, its own page for what is not there. */
export async function serveSite(folder: string): Promise<{ origin: string; close(): void }> {
  const rules = readRules(folder);
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const address = request.url ?? '/';
    const found = fileAt(folder, address);
    const file = found ?? join(folder, address.startsWith('/en/') ? 'en/404.html' : '404.html');
    const headers = {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      ...rules(new URL(address, 'http://site').pathname),
      'content-encoding': 'gzip',
    };
    // A new deployment may take the place of a file.
    const version = `${file}:${statSync(file).mtimeMs}`;
    const body = compressed.get(version) ?? gzipSync(readFileSync(file));
    compressed.set(version, body);
    response.writeHead(found ? 200 : 404, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Headers of a path, from every rule of `_headers` whose pattern matches. */
function readRules(folder: string): (path: string) => OutgoingHttpHeaders {
  const rules: { pattern: RegExp; headers: OutgoingHttpHeaders }[] = [];
  for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (name) Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value });
    else if (line) {
      const pattern = line.split('*').map(escapeRegExp);
      rules.push({ pattern: new RegExp(`^${pattern.join('.*')}$`), headers: {} });
    }
  }
  return (path) =>
    Object.assign({}, ...rules.filter(({ pattern }) => pattern.test(path)).map(({ headers }) => headers));
}
