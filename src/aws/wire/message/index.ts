export { isAwsHost } from './aws-host.ts';

/** A request as it goes over the wire: a web Request's parts, and the path that its URL would not keep. */
export interface Message {
  readonly method: string;
  /** Its `pathname` is without dot segments: whoever needs what was sent takes `path`. */
  readonly url: URL;
  /** Percent-encoded, without the query, as it is sent: keys of S3 may have the segments `.` and `..`. */
  readonly path: string;
  readonly headers: Headers;
  /** With the port, as a signature has it: the `Host` header, or the URL's host where a browser kept it back. */
  readonly host: string;
  readonly body: Uint8Array;
}

/** A web Request, read. */
export async function readRequest(request: Request): Promise<Message> {
  const url = new URL(request.url);
  return {
    method: request.method,
    url,
    path: url.pathname,
    headers: request.headers,
    host: request.headers.get('host') ?? url.host,
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

interface Parts extends Pick<Message, 'method' | 'url'> {
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request to be sent, from its parts. */
export function toMessage({ method, url, path = url.pathname, headers, body = '' }: Parts): Message {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { method, url, path, headers: new Headers(headers), host: url.host, body: bytes };
}

/** The URL as it is sent, dot segments and all. */
export function hrefOf({ url, path }: Pick<Message, 'url' | 'path'>): string {
  return `${url.origin}${path}${url.search}`;
}
