import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import {
  type CannedResponse,
  type Case,
  caseNames,
  contentOf,
  defaultFiles,
  describeFiles,
  describeRequest,
  HOME,
  MADE,
  type Recorded,
  readCase,
  takeAnswer,
  writeCase,
} from '../../test/aws/cli/cases.ts';
import { AWS, requireAws } from './aws.ts';

interface Upstream {
  readonly port: number;
  readonly ca: string;
  answers: CannedResponse[];
  requests: string[];
  close(): void;
}

async function certificate(folder: string): Promise<{ key: string; cert: string }> {
  const names = [
    'amazonaws.com',
    's3.amazonaws.com',
    'ap-northeast-1.amazonaws.com',
    'eu-west-1.amazonaws.com',
    'us-east-1.amazonaws.com',
    'cn-north-1.amazonaws.com.cn',
  ]
    .flatMap((name) => [`DNS:${name}`, `DNS:*.${name}`, `DNS:*.s3.${name}`])
    .join(',');
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  await execa('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=recorder'],
    ...['-keyout', key, '-out', cert, '-addext', `subjectAltName=${names}`],
  ]);
  return { key, cert };
}

async function startUpstream(folder: string): Promise<Upstream> {
  const files = await certificate(folder);
  const upstream = { ca: files.cert, answers: [] as CannedResponse[], requests: [] as string[] };
  const answer = (scheme: string) => async (request: http.IncomingMessage, response: http.ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers = new Map(Object.entries(request.headers).map(([k, v]) => [k, String(v)]));
    const url = request.url?.startsWith('http')
      ? request.url
      : `${scheme}://${request.headers.host}${request.url}`;
    upstream.requests.push(describeRequest({ method: request.method ?? '', url, headers, body }));
    const canned = takeAnswer(upstream.answers, url);
    response.writeHead(canned.status ?? 200, canned.headers);
    response.end(contentOf(canned.body));
  };
  const tls = https.createServer(
    { key: readFileSync(files.key), cert: readFileSync(files.cert) },
    answer('https'),
  );
  const proxy = http.createServer(answer('http'));
  proxy.on('connect', (_request, socket, head) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    tls.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const close = () => {
    proxy.closeAllConnections();
    proxy.close();
  };
  return Object.assign(upstream, { port, close });
}

/** Files below a home, without the CLI's own cache. */
function filesIn(home: string): Map<string, string> {
  const names = (readdirSync(home, { recursive: true }) as string[]).filter(
    (name) => !name.startsWith('.aws/cli') && statSync(path.join(home, name)).isFile(),
  );
  return new Map(names.map((name) => [name, readFileSync(path.join(home, name), 'utf8')]));
}

async function record(one: Case, upstream: Upstream): Promise<Recorded> {
  const home = mkdtempSync(path.join(tmpdir(), 'aws-cli-record-'));
  for (const [file, content] of Object.entries(one.files ?? defaultFiles)) {
    const [where, text] = [path.join(home, file), contentOf(content)];
    mkdirSync(text === undefined ? where : path.dirname(where), { recursive: true });
    if (text === undefined) continue;
    writeFileSync(where, text);
    utimesSync(where, MADE, MADE);
  }
  upstream.answers = [...(one.responses ?? [])];
  upstream.requests = [];
  const here = (text: string) => text.replaceAll(HOME, home);
  const proxy = `http://127.0.0.1:${upstream.port}`;
  const result = await execa(AWS, one.args.map(here), {
    cwd: home,
    extendEnv: false,
    env: {
      PATH: '/usr/bin:/bin',
      HOME: home,
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      AWS_PAGER: '',
      COLUMNS: '80',
      AWS_EC2_METADATA_DISABLED: 'true',
      HTTPS_PROXY: proxy,
      HTTP_PROXY: proxy,
      AWS_CA_BUNDLE: upstream.ca,
      ...Object.fromEntries(Object.entries(one.env ?? {}).map(([k, v]) => [k, here(v)])),
    },
    reject: false,
    stripFinalNewline: false,
    ...(one.stdin === undefined ? { stdin: 'ignore' } : { input: one.stdin }),
  });
  const there = (text: string) => text.replaceAll(home, HOME).replace(/Completed [^\r]*\r/g, '');
  const changed = describeFiles(one.files ?? defaultFiles, filesIn(home));
  rmSync(home, { recursive: true });
  return {
    exit: result.exitCode ?? 0,
    stdout: there(result.stdout),
    stderr: there(result.stderr),
    requests: upstream.requests.join(''),
    changed,
  };
}

/**
 * Runs the cases of `test/fixtures/aws/cli` that are named, or all, with the real CLI and writes what it printed. The
 * commands run verbatim: an HTTPS proxy ends TLS and gives the case's canned answers.
 */
export async function recordCliCases(names: readonly string[]): Promise<void> {
  await requireAws();
  const folder = mkdtempSync(path.join(tmpdir(), 'aws-cli-ca-'));
  const upstream = await startUpstream(folder);
  for (const name of caseNames()) {
    if (names.length > 0 && !names.includes(name)) continue;
    const { one, ours } = readCase(name);
    writeCase(name, { one, recorded: await record(one, upstream), ours });
  }
  upstream.close();
  rmSync(folder, { recursive: true });
}
