import type { CommandContext } from 'just-bash';
import { joined, readInput } from './bytes.ts';
import { lastValue, type ParsedOptions, parseOptions } from './options.ts';

/** Request that a command line of curl asks for. */
export interface CurlRequest {
  readonly urls: readonly string[];
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly follows: boolean;
  readonly failsOnError: boolean;
  readonly showsErrors: boolean;
  readonly showsHead: boolean;
  /** File of the body. */
  readonly output: string | undefined;
  /** `-O`: the file has the name that the URL ends with. */
  readonly takesName: boolean;
  readonly writeOut: string | undefined;
}

const SPEC = {
  flags: ['s', 'S', 'f', 'L', 'i', 'I', 'O', 'G', 'k', 'compressed', 'http1.1', 'http2'],
  values: [
    'o',
    'X',
    'H',
    'd',
    'data-binary',
    'data-raw',
    'data-urlencode',
    'T',
    'F',
    'w',
    'm',
    'connect-timeout',
    'retry',
  ],
  same: {
    silent: 's',
    'show-error': 'S',
    fail: 'f',
    location: 'L',
    include: 'i',
    head: 'I',
    'remote-name': 'O',
    get: 'G',
    output: 'o',
    request: 'X',
    header: 'H',
    data: 'd',
    'upload-file': 'T',
    form: 'F',
    'write-out': 'w',
    'max-time': 'm',
  },
};

/** Parses the arguments and reads the files that they send; where that fails, returns the reason. */
export async function parseCurl(
  args: readonly string[],
  context: CommandContext,
): Promise<CurlRequest | string> {
  const options = parseOptions(args, SPEC);
  if (typeof options === 'string')
    return `${options}\ncurl: the simulated shell's curl knows fewer options than curl`;
  if (options.operands.length === 0) return 'no URL specified';
  const has = (flag: string): boolean => options.flags.has(flag);
  const last = (name: string): string | undefined => lastValue(options, name);
  const sent = await payloadOf(options, context);
  if (typeof sent === 'string') return sent;
  const query = has('G') ? new TextDecoder().decode(sent.body) : '';
  const urls = options.operands.map((url) =>
    query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`,
  );
  return {
    urls,
    method: last('X') ?? (has('I') ? 'HEAD' : has('G') ? 'GET' : sent.method),
    headers: {
      accept: '*/*',
      'user-agent': 'curl/8.3.0',
      ...(has('G') ? {} : sent.headers),
      ...headersOf(options),
    },
    body: has('G') ? new Uint8Array() : sent.body,
    follows: has('L'),
    failsOnError: has('f'),
    showsErrors: !has('s') || has('S'),
    showsHead: has('i') || has('I'),
    output: last('o') === '-' ? undefined : last('o'),
    takesName: has('O'),
    writeOut: last('w'),
  };
}

/** A header without a value (`-H 'Accept:'`) is left out. */
function headersOf({ values }: ParsedOptions): Record<string, string> {
  const given = values.filter(([name]) => name === 'H').map(([, text]) => /^([^:;]+)[:;]\s*(.*)$/.exec(text));
  return Object.fromEntries(
    given.map((match) => [(match?.[1] ?? '').trim().toLowerCase(), match?.[2] ?? '']),
  );
}

interface Payload {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

async function payloadOf(options: ParsedOptions, context: CommandContext): Promise<Payload | string> {
  const { values } = options;
  const upload = lastValue(options, 'T');
  if (upload !== undefined) {
    const body = await readInput(upload, context);
    return typeof body === 'string'
      ? `(26) Failed to open/read local data from file/application: ${upload}`
      : { method: 'PUT', headers: {}, body };
  }
  const fields = values.filter(([name]) => name === 'F').map(([, text]) => text);
  if (fields.length > 0) return form(fields, context);
  const data = values.filter(([name]) => /^(?:d|data-.+)$/.test(name));
  if (data.length === 0) return { method: 'GET', headers: {}, body: new Uint8Array() };
  const pieces: Uint8Array[] = [];
  for (const [name, text] of data) {
    const piece = await dataPiece(name, text, context);
    if (typeof piece === 'string') return piece;
    pieces.push(...(pieces.length > 0 ? [new TextEncoder().encode('&')] : []), piece);
  }
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: joined(pieces),
  };
}

/** `-d @file` goes without line breaks, `--data-binary @file` as it is. */
async function dataPiece(name: string, text: string, context: CommandContext): Promise<Uint8Array | string> {
  const encoder = new TextEncoder();
  if (name === 'data-urlencode') {
    const [, key = '', value = ''] = /^([^=@]*=?)([\s\S]*)$/.exec(text) ?? [];
    return encoder.encode(key + encodeURIComponent(value));
  }
  if (name === 'data-raw' || !text.startsWith('@')) return encoder.encode(text);
  const bytes = await readInput(text.slice(1), context);
  if (typeof bytes === 'string')
    return `(26) Failed to open/read local data from file/application: ${text.slice(1)}`;
  return name === 'd' ? bytes.filter((byte) => byte !== 10 && byte !== 13) : bytes;
}

const BOUNDARY = '------------------------d74496d66958873e';

/** `name=value`, `name=@file`, `name=<file`, with `;type=` after them. */
async function form(fields: readonly string[], context: CommandContext): Promise<Payload | string> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (const field of fields) {
    const [, name = '', mark = '', given = '', type] =
      /^([^=]*)=([@<]?)([\s\S]*?)(?:;type=([^;]*))?$/.exec(field) ?? [];
    const content = mark === '' ? encoder.encode(given) : await readInput(given, context);
    if (typeof content === 'string')
      return `(26) Failed to open/read local data from file/application: ${given}`;
    const file = mark === '@' ? `; filename="${given.slice(given.lastIndexOf('/') + 1)}"` : '';
    const kind = type ?? (mark === '@' ? 'application/octet-stream' : undefined);
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${kind === undefined ? '' : `Content-Type: ${kind}\r\n`}\r\n`;
    pieces.push(encoder.encode(head), content, encoder.encode('\r\n'));
  }
  pieces.push(encoder.encode(`--${BOUNDARY}--\r\n`));
  return {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: joined(pieces),
  };
}
