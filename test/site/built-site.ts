import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { execa } from 'execa';

/** Builds both languages into a folder of their own, beside whatever `npm start` is doing. */
export async function buildSite(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tejun-site-'));
  const generated = `.docusaurus/test-${process.pid}`;
  const remove = async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(generated, { recursive: true, force: true });
  };
  try {
    await execa('npx', ['docusaurus', 'build', '--out-dir', folder], {
      env: { DOCUSAURUS_GENERATED_FILES_DIR_NAME: generated, NODE_ENV: 'production' },
      all: true,
    });
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}

/** The file that a server would answer an address with; undefined where there is none. */
export function fileAt(folder: string, address: string): string | undefined {
  const path = decodeURIComponent(new URL(address, 'http://site').pathname);
  return [path, `${path}.html`, `${path}/index.html`]
    .map((candidate) => join(folder, candidate))
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export async function serveFolder(folder: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const file = fileAt(folder, request.url ?? '/');
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}
