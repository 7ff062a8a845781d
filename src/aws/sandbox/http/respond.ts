import type { ServerResponse } from 'node:http';

/** Writes a whole response. `close` ends the connection after it. */
export async function writeResponse(
  target: ServerResponse,
  response: Response,
  { close = false }: { close?: boolean } = {},
): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer());
  const headers: Record<string, string | number> = Object.fromEntries(response.headers);
  if (close) headers.connection = 'close';
  if (!isChunked(headers, body) && headers['content-length'] === undefined && !hasNoLength(response.status))
    headers['content-length'] = body.length;
  if (target.destroyed) return;
  target.writeHead(response.status, headers);
  target.end(body);
}

/** S3 and EC2 send their XML in chunks, whose length they do not state. */
function isChunked(headers: Record<string, string | number>, body: Uint8Array): boolean {
  const isXml = /xml/.test(String(headers['content-type']));
  return body.length > 0 && isXml && /^Amazon(S3|EC2)$/.test(String(headers.server));
}

/** RFC 9110, 8.6: neither may have a length of its own. */
function hasNoLength(status: number): boolean {
  return status === 204 || status === 304;
}
