import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { type Limits, type ServedSandbox, serveSandbox } from '../../../../src/aws/sandbox/http/index.ts';
import type { Account } from '../../../../src/aws/sandbox/index.ts';
import { type SigningCredentials, signRequest } from '../../../../src/aws/wire/sigv4/index.ts';
import { practiceAccount } from '../practice.ts';

export interface Served extends ServedSandbox {
  readonly key: SigningCredentials;
  readonly port: number;
}

/** A sandbox on a free port until the test ends; `reader` has every permission of the course. */
export async function serve(
  options: { account?: Account; limits?: Partial<Limits>; upstream?: URL } = {},
): Promise<Served> {
  const served = await serveSandbox({ account: practiceAccount(), listen: 0, seed: 'test', ...options });
  onTestFinished(() => served.close());
  if (!served.readerKey) throw new Error('The practice account has no key.');
  const { accessKeyId, secretAccessKey } = served.readerKey;
  return { ...served, key: { accessKeyId, secretAccessKey }, port: Number(new URL(served.url).port) };
}

/** Sends bytes as they are and reads until the server closes; `end` closes our side after them. */
export async function exchange(
  port: number,
  bytes: string | Uint8Array,
  { end = false } = {},
): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  if (end) socket.end();
  return text(socket);
}

const FORM = 'application/x-www-form-urlencoded; charset=utf-8';

/** A signed GetCallerIdentity as it stands on the wire, for the plain endpoint. */
export async function signedBytes(served: Served, headers: Record<string, string> = {}): Promise<string> {
  const request = await signedCall(served, headers);
  const lines = [...request.headers].map(([name, value]) => `${name}: ${value}`);
  const body = await request.text();
  return `POST / HTTP/1.1\r\n${lines.join('\r\n')}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

export function signedCall(
  { url, key }: Served,
  headers: Record<string, string> = {},
  body = 'Action=GetCallerIdentity&Version=2011-06-15',
): Promise<Request> {
  const scope = { service: 'sts', region: 'ap-northeast-1', date: new Date() };
  const parts = { method: 'POST', url: new URL(url), headers: { 'content-type': FORM, ...headers }, body };
  return signRequest(parts, key, scope);
}
