import { type CommandContext, type CustomCommand, defineCommand, type ExecResult } from 'just-bash';
import type { Transport } from '../../../aws/cli/types.ts';
import { isAwsHost, toMessage } from '../../../aws/wire/message/index.ts';
import { fromLatin1, printedBytes, writeOutput } from './bytes.ts';
import { type CurlRequest, parseCurl } from './curl-request.ts';
import { failed, succeeded } from './exec-results.ts';

/** Exit statuses of curl(1), "EXIT CODES". */
const [FAILED_INIT, MALFORMED, NOT_RESOLVED, NOT_CONNECTED, HTTP_ERROR, NOT_WRITTEN] = [2, 3, 6, 7, 22, 23];

/**
 * curl(1) for the account's own URLs: presigned ones, forms, public objects. It reaches AWS's endpoints and nothing else,
 * and shows no progress.
 */
export function curlCommand(transport: Transport): CustomCommand {
  return defineCommand('curl', async (args, context) => {
    const asked = await parseCurl(args, context);
    if (typeof asked === 'string') return failed(`curl: ${asked}`, FAILED_INIT);
    const results: ExecResult[] = [];
    for (const url of asked.urls) results.push(await fetchOne(url, asked, transport, context));
    return {
      stdout: results.map(({ stdout }) => stdout).join(''),
      stdoutKind: 'bytes',
      stderr: results.map(({ stderr }) => stderr).join(''),
      exitCode: results.at(-1)?.exitCode ?? 0,
    };
  });
}

async function fetchOne(
  text: string,
  asked: CurlRequest,
  transport: Transport,
  context: CommandContext,
): Promise<ExecResult> {
  const complain = (code: number, reason: string): ExecResult =>
    asked.showsErrors ? failed(`curl: (${code}) ${reason}`, code) : { ...succeeded(''), exitCode: code };
  const url = urlOf(text);
  if (!url) return complain(MALFORMED, 'URL using bad/illegal format or missing URL');
  if (!isAwsHost(url.hostname))
    return complain(
      NOT_RESOLVED,
      `Could not resolve host: ${url.hostname}\ncurl: the simulated shell reaches AWS's endpoints only`,
    );
  const response = await follow(url, asked, transport).catch((error: unknown) => String(error));
  if (typeof response === 'string')
    return complain(NOT_CONNECTED, `Failed to connect to ${url.hostname} port 443\ncurl: ${response}`);
  if (asked.failsOnError && response.status >= 400)
    return complain(HTTP_ERROR, `The requested URL returned error: ${response.status}`);
  const body = asked.method === 'HEAD' ? new Uint8Array() : new Uint8Array(await response.arrayBuffer());
  const head = asked.showsHead ? fromLatin1(headOf(response)) : new Uint8Array();
  const content = new Uint8Array([...head, ...body]);
  const target = asked.takesName ? (url.pathname.split('/').at(-1) ?? '') : asked.output;
  const problem = target === undefined ? undefined : await writeOutput(target, content, context);
  if (problem !== undefined)
    return complain(NOT_WRITTEN, `Failure writing output to destination: ${target}: ${problem}`);
  const report = asked.writeOut === undefined ? '' : written(asked.writeOut, response, body.length, url);
  const printed = target === undefined ? content : new Uint8Array();
  return printedBytes(new Uint8Array([...printed, ...new TextEncoder().encode(report)]));
}

/** curl takes a host without a scheme. */
function urlOf(text: string): URL | undefined {
  try {
    return new URL(/^https?:\/\//.test(text) ? text : `http://${text}`);
  } catch {
    return undefined;
  }
}

const MOST_REDIRECTS = 10;

async function follow(url: URL, asked: CurlRequest, transport: Transport): Promise<Response> {
  let [place, method] = [url, asked.method];
  for (let count = 0; ; count += 1) {
    const { headers, body } = asked;
    const response = await transport(
      toMessage({ method, url: place, headers: { ...headers, host: place.host }, body }),
    );
    const location = response.headers.get('location');
    if (!asked.follows || location === null || response.status < 300 || response.status >= 400)
      return response;
    if (count === MOST_REDIRECTS) throw new Error(`Maximum (${MOST_REDIRECTS}) redirects followed`);
    place = new URL(location, place);
    if (!isAwsHost(place.hostname))
      throw new Error(`The redirect leads to ${place.hostname}, which cannot be reached`);
    if (response.status <= 303 && method === 'POST') method = 'GET';
  }
}

/** RFC 9110, "Status Codes": a response that never went over a wire has none. */
const REASONS: Readonly<Record<number, string>> = {
  ...{
    200: 'OK',
    204: 'No Content',
    206: 'Partial Content',
    301: 'Moved Permanently',
    302: 'Found',
    303: 'See Other',
  },
  ...{
    304: 'Not Modified',
    307: 'Temporary Redirect',
    400: 'Bad Request',
    403: 'Forbidden',
    404: 'Not Found',
  },
  ...{ 405: 'Method Not Allowed', 409: 'Conflict', 411: 'Length Required', 412: 'Precondition Failed' },
  ...{
    416: 'Range Not Satisfiable',
    500: 'Internal Server Error',
    501: 'Not Implemented',
    503: 'Service Unavailable',
  },
};

function headOf({ status, headers }: Response): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${REASONS[status] ?? ''}\r\n${lines.join('')}\r\n`;
}

/** The format of `-w`; variables that this shell does not have are empty, as those that curl does not know. */
function written(format: string, response: Response, size: number, url: URL): string {
  const values: Readonly<Record<string, string>> = {
    http_code: String(response.status),
    response_code: String(response.status),
    size_download: String(size),
    content_type: response.headers.get('content-type') ?? '',
    url_effective: url.href,
    num_redirects: '0',
  };
  return format
    .replace(/%\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    .replace(/\\([nrt])/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? '');
}
