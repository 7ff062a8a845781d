import http from 'node:http';
import { connect } from 'node:net';

/** A request as it stands on the wire: signed once, sent many times. */
export interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** A good request is answered with 200, a bad one with a status below 500. */
  readonly good: boolean;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Median time of an answer, in milliseconds. */
  readonly p50: number;
  /** Answers that should not have been, by what they were. */
  readonly wrong: ReadonlyMap<string, number>;
}

/** Sends `count` requests, `clients` at a time over connections that stay open. */
export async function load(
  url: URL,
  shots: readonly Shot[],
  { count, clients, garbageEvery }: { count: number; clients: number; garbageEvery?: number },
): Promise<LoadResult> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const times = new Float64Array(count);
  const wrong = new Map<string, number>();
  const note = (what: string): unknown => wrong.set(what, (wrong.get(what) ?? 0) + 1);
  let next = 0;
  const client = async (): Promise<void> => {
    for (let i = next++; i < count; i = next++) {
      const shot = shots[i % shots.length];
      if (!shot) throw new Error('There is nothing to send.');
      const start = performance.now();
      const isGarbage = garbageEvery !== undefined && i % garbageEvery === 0;
      const status = await (isGarbage ? garbage(url) : send(url, agent, shot)).catch(String);
      times[i] = performance.now() - start;
      if (typeof status === 'string' || status >= 500 || (!isGarbage && shot.good !== (status === 200)))
        note(`${isGarbage ? 'garbage' : shot.path} -> ${status}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { requests: count, seconds, p50: times.sort()[Math.floor(count / 2)] ?? Number.NaN, wrong };
}

function send(url: URL, agent: http.Agent, { method, path, headers, body }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { agent, host: url.hostname, port: url.port, method, path, headers },
      (response) => {
        response.on('error', reject).on('end', () => resolve(response.statusCode ?? 0));
        response.resume();
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Sends bytes that are no HTTP, on a connection of their own. */
function garbage(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname);
    socket.setEncoding('latin1');
    socket.on('data', (text) => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(String(text))?.[1])));
    socket.on('error', reject).on('close', () => resolve(0));
    socket.end('\u0016\u0003 no HTTP at all\r\n\r\n');
  });
}
