import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { answer } from '../../src/aws/sandbox/http/answer-request.ts';
import { createAuthority } from '../../src/aws/sandbox/http/certificates.ts';
import { createBodyBudget, DEFAULT_LIMITS } from '../../src/aws/sandbox/http/limits.ts';
import { createTunnels } from '../../src/aws/sandbox/http/tunnel.ts';
import { createRandom } from '../../src/aws/sandbox/index.ts';
import { HOME, startingEnvironment, WORKING_DIRECTORY } from '../../src/practice/starting-point.ts';
import { perform, type Runner } from '../../test/contract/perform.ts';
import { readScenario, type Scenario, scenarioNames } from '../../test/contract/scenario.ts';
import { openWorld, START, type World } from '../../test/contract/test-account.ts';
import { writeRecorded } from '../../test/contract/transcript.ts';
import { AWS, requireAws } from './aws.ts';

/** Runs the scenarios of the contract that are named, or all, with the real CLI and writes `recorded.txt` of each. */
export async function recordContract(names: readonly string[]): Promise<void> {
  await requireAws();
  for (const name of scenarioNames())
    if (names.length === 0 || names.includes(name)) await recordScenario(readScenario(name));
}

async function recordScenario(scenario: Scenario): Promise<void> {
  const world = openWorld(scenario, () => new Date());
  const root = mkdtempSync(path.join(tmpdir(), 'tejun-contract-'));
  const served = await serve(world);
  try {
    const runner = openBash(root, world, served);
    writeRecorded(scenario, await perform(scenario, world, runner));
  } finally {
    served.close();
    rmSync(root, { recursive: true });
  }
}

interface Served {
  readonly proxy: string;
  readonly certificate: string;
  close(): void;
}

/** The served sandbox with a world's clock and chance in place of its own. */
async function serve({ sandbox, account }: World): Promise<Served> {
  const clock = {
    account,
    wall: () => new Date(),
    elapsedSince: () => 0,
    elapse: () => Promise.resolve(),
    offset: () => 0,
  };
  const limits = DEFAULT_LIMITS;
  const bodies = createBodyBudget(limits.allBodiesBytes);
  const context = { sandbox, clock, random: createRandom('refusals'), limits, bodies, secret: '' };
  const authority = await createAuthority(new Date());
  const handle = (request: http.IncomingMessage, response: http.ServerResponse, proceed?: () => void) => {
    response.sendDate = false;
    answer(request, response, context, proceed).catch(() => response.destroy());
  };
  const server = http.createServer((request, response) => handle(request, response));
  server.on('checkContinue', (request, response) =>
    handle(request, response, () => response.writeContinue()),
  );
  server.on(
    'connect',
    createTunnels(authority, 10_000, (socket) => server.emit('connection', socket)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    certificate: authority.certificate,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A real bash for each script, in one home: a temporary folder that its output calls by the simulated name. */
function openBash(root: string, world: World, served: Served): Runner {
  const home = path.join(root, 'home');
  const [ca, cwd] = [path.join(root, 'ca.pem'), WORKING_DIRECTORY.replace(HOME, home)];
  writeFileSync(ca, served.certificate);
  for (const [file, text] of Object.entries(world.files)) {
    const place = file.replace(HOME, home);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    utimesSync(place, START, START);
  }
  const env = {
    ...startingEnvironment,
    HOME: home,
    PATH: `${path.dirname(AWS)}:/usr/bin:/bin`,
    ...{ AWS_PAGER: '', COLUMNS: '80', AWS_EC2_METADATA_DISABLED: 'true' },
    ...{ HTTPS_PROXY: served.proxy, HTTP_PROXY: served.proxy, AWS_CA_BUNDLE: ca },
  };
  return {
    async run(script) {
      const began = Date.now();
      const { stdout, stderr, exitCode } = await execa('bash', ['--noprofile', '--norc', '-c', script], {
        ...{ cwd, env, extendEnv: false, reject: false, stdin: 'ignore', stripFinalNewline: false },
      });
      moveInTime(home, began, world.account());
      const shown = (text: string) => text.replaceAll(home, HOME);
      return { stdout: shown(stdout), stderr: shown(stderr), exitCode: exitCode ?? -1 };
    },
  };
}

/** Files that were written just now were written in the account's time. */
function moveInTime(home: string, began: number, time: Date): void {
  for (const name of readdirSync(home, { recursive: true }) as string[]) {
    const file = path.join(home, name);
    // A link that leads nowhere has no time.
    const { mtimeMs = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs >= began - 1_000 && mtimeMs <= Date.now()) utimesSync(file, time, time);
  }
}
