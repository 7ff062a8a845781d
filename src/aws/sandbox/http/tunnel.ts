import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import tls, { type TLSSocket } from 'node:tls';
import { isAwsHost } from '../../wire/message/index.ts';
import type { Authority } from './certificates.ts';
import { parseAuthority } from './hosts.ts';
import { notAws, rawResponse } from './refusals.ts';

/** Answers CONNECT: a tunnel to one of AWS's hosts ends here, with a certificate made for the host; others get none. */
export function createTunnels(
  authority: Authority,
  handshakeMs: number,
  onConnection: (socket: TLSSocket) => void,
): (request: IncomingMessage, socket: Duplex, head: Uint8Array) => void {
  const server = tls.createServer(
    {
      ALPNProtocols: ['http/1.1'],
      handshakeTimeout: handshakeMs,
      SNICallback: (host, done) => {
        if (!isAwsHost(host.toLowerCase())) return done(new Error(notAws(host)));
        authority.contextFor(host.toLowerCase()).then((context) => done(null, context), done);
      },
    },
    onConnection,
  );
  // A client that does not trust us, or speaks something else: there is nobody to answer.
  server.on('tlsClientError', (_error, socket) => socket.destroy());

  return (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const authorityForm = parseAuthority(request.url ?? '', 443);
    if (authorityForm?.port !== 443 || !isAwsHost(authorityForm.host)) {
      socket.end(rawResponse(403, notAws(request.url ?? '')));
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    server.emit('connection', socket);
  };
}
