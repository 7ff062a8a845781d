/** Measures the served account under load: many clients, good requests and bad ones, beside moto's server. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type LoadResult, load } from './load-client.ts';
import { badShots, goodShots } from './load-shots.ts';
import { median } from './median.ts';
import type { Measure } from './table.ts';

const CLIENTS = 50;
const BATCHES = 20;
const ROUNDS = 3;
const GOOD_REQUESTS = 2_000;
/** Of each hundred requests, one is no HTTP at all. */
const GARBAGE_EVERY = 100;

/** Moto's server is measured where it is installed: `pip install 'moto[server]'`. */
export async function measureLoad(requests: number): Promise<Measure[]> {
  const sandbox = await startSandbox();
  try {
    const mixed = await mixedLoad(sandbox, requests);
    const moto = await startMoto();
    const beside = await besideMoto(sandbox, moto).finally(() => moto && stop(moto.process));
    return [...mixed, ...beside];
  } finally {
    await stop(sandbox.process);
  }
}

interface Server {
  readonly process: ChildProcess;
  readonly url: URL;
  readonly key: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

async function mixedLoad({ process: { pid }, url, key }: Server, requests: number): Promise<Measure[]> {
  const shots = [
    ...(await goodShots(url, key)),
    ...(await goodShots(url, key)),
    ...(await badShots(url, key)),
  ];
  const memory: number[] = [];
  const results: LoadResult[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const options = { count: requests / BATCHES, clients: CLIENTS, garbageEvery: GARBAGE_EVERY };
    results.push(await load(url, shots, options));
    memory.push(residentMiB(pid));
  }
  const wrong = results.flatMap((result) => [...result.wrong]);
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0);
  // The first half warms up; of the rest, the end against the beginning.
  const late = memory.slice(BATCHES / 2);
  const growth = median(late.slice(-4)) - median(late.slice(0, 4));
  const [what] = wrong;
  return [
    {
      what: `answers that were wrong, of ${requests} good and malformed requests by ${CLIENTS} clients`,
      value: wrong.reduce((sum, [, count]) => sum + count, 0),
      unit: '',
      goal: 0,
      detail: what ? `${what[0]}, ${what[1]} times` : `${(requests / seconds).toFixed(0)} a second`,
    },
    {
      what: 'growth of memory in the second half of them',
      value: Number.isNaN(growth) ? undefined : growth,
      unit: 'MiB',
      goal: 30,
      detail: `${memory.at(-1)?.toFixed(0)} MiB at the end`,
    },
  ];
}

/** The two take turns, so that whatever else the machine does touches both. */
async function besideMoto(sandbox: Server, moto: Server | undefined): Promise<Measure[]> {
  const ours: LoadResult[] = [];
  const theirs: LoadResult[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await goodLoad(sandbox, GOOD_REQUESTS));
    if (moto) theirs.push(await goodLoad(moto, GOOD_REQUESTS / 4));
  }
  const rate = (results: readonly LoadResult[]) =>
    median(results.map(({ requests, seconds }) => requests / seconds));
  const p50 = (results: readonly LoadResult[]) => median(results.map((result) => result.p50));
  return [
    {
      what: `a good request, p50 with ${CLIENTS} clients`,
      value: p50(ours),
      unit: 'ms',
      detail: moto && `moto_server ${p50(theirs).toFixed(0)} ms`,
    },
    {
      what: 'time for as many good requests, beside moto_server',
      value: moto && rate(theirs) / rate(ours),
      unit: '×',
      goal: 0.2,
      detail: moto
        ? `${rate(ours).toFixed(0)} a second beside ${rate(theirs).toFixed(0)}: ${(rate(ours) / rate(theirs)).toFixed(1)} times`
        : "missing? pip install 'moto[server]'",
    },
  ];
}

async function goodLoad({ url, key }: Server, count: number): Promise<LoadResult> {
  const result = await load(url, await goodShots(url, key), { count, clients: CLIENTS });
  if (result.wrong.size > 0) throw new Error(`${url}: ${JSON.stringify([...result.wrong])}`);
  return result;
}

async function startSandbox(): Promise<Server> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const child = spawn(
    process.execPath,
    ['bin/tejun.js', 'sandbox', '--port', '0', '--account', 'sts-session-token'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines = await text(child.stdout);
  const variable = (name: string): string =>
    new RegExp(`^export ${name}='(.*)'$`, 'm').exec(lines)?.[1] ?? '';
  const credentials = readFileSync(variable('AWS_SHARED_CREDENTIALS_FILE'), 'utf8');
  const entry = (name: string): string => new RegExp(`^${name} = (.*)$`, 'm').exec(credentials)?.[1] ?? '';
  const key = { accessKeyId: entry('aws_access_key_id'), secretAccessKey: entry('aws_secret_access_key') };
  return { process: child, url: new URL(variable('TEJUN_SANDBOX_URL')), key };
}

async function startMoto(): Promise<Server | undefined> {
  const port = await freePort();
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const url = new URL(`http://127.0.0.1:${port}`);
  const isGone = new Promise<false>((resolve) => child.once('error', () => resolve(false)));
  if (!(await Promise.race([isGone, answers(url)]))) return undefined;
  return { process: child, url, key: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'unchecked' } };
}

async function answers(url: URL): Promise<boolean> {
  for (let i = 0; i < 300; i++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}

/** proc(5), /proc/pid/statm: pages of 4 KiB. Not a number off Linux. */
function residentMiB(pid: number | undefined): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 2 ** 20;
  } catch {
    return Number.NaN;
  }
}
