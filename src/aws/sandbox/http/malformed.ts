import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { BAD_REQUEST } from './refusals.ts';

/** How long a refused client has to take its answer. */
const LINGER_MS = 1_000;

/** A response for a socket that has no request of its own. Ours, like its texts. */
export function rawResponse(status: number, text: string): string {
  const body = `${text}\n`;
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${new TextEncoder().encode(body).length}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** Answers what Node could not parse, or did not get in time. */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.on('error', () => socket.destroy());
  socket.end(refusalFor(error.code));
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function refusalFor(code: string | undefined): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return rawResponse(431, 'Tejun sandbox: the request line and headers are too long.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return rawResponse(408, 'Tejun sandbox: the request did not come to its end in time.');
    default:
      return rawResponse(400, BAD_REQUEST);
  }
}
