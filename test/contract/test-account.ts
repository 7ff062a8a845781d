import { encodeMessage } from '../../src/aws/sandbox/authorization/encoded-message.ts';
import {
  type Account,
  createRandom,
  createSandbox,
  readAccount,
  type Sandbox,
} from '../../src/aws/sandbox/index.ts';
import { createState } from '../../src/aws/sandbox/state/index.ts';
import { hrefOf, type Message, readRequest } from '../../src/aws/wire/message/index.ts';
import { HOME, WORKING_DIRECTORY } from '../../src/practice/starting-point.ts';
import { withoutYounger } from './newer-than-cli.ts';
import { fileOf, type Scenario } from './scenario.ts';

/** Later than any recording: the real CLI lets go of a role's credentials whose end has passed on its own clock. */
export const START = new Date('2035-01-05T00:00:00Z');
/** Each entry takes so long of the account's time; a code of an MFA device is good for 30 s. */
const ENTRY_MS = 60_000;
const SEED = 'contract';

/** A fresh account, the same for whoever asks it, and all that it was asked. */
export interface World {
  readonly sandbox: Sandbox;
  /** The time in the account. */
  account(): Date;
  /** Text of each file of a fresh home, by absolute path. */
  readonly files: Readonly<Record<string, string>>;
  /** Begins an entry: time goes on, and goes on with each of its requests by `ticks` seconds; chance begins anew, so that one entry cannot upset the next. */
  begin(entry: number, elapsed: number, ticks: number): void;
  /** Requests since the entry began, a line each. */
  requests(): string[];
}

/** `wall` is the time by which requests are signed. */
export function openWorld(scenario: Scenario, wall?: () => Date): World {
  const { account, problems } = readAccount(fileOf(scenario, 'account.yaml'), 'account.yaml');
  if (!account) throw new Error(`${scenario.name}: ${JSON.stringify(problems)}`);
  let random = createRandom(SEED);
  let now = START;
  let perRequest = 0;
  const asked: string[] = [];
  const clock = { account: () => now, wall: wall ?? (() => now), elapsedSince: () => 0 };
  const sandbox = createSandbox({
    account,
    clock,
    random: {
      integer: (below) => random.integer(below),
      text: (...of) => random.text(...of),
      fork: (label) => random.fork(label),
    },
  });
  const handleMessage = async (message: Message) => {
    now = new Date(now.getTime() + perRequest);
    const place = asked.push('') - 1;
    const response = await withoutYounger(await sandbox.handleMessage(message));
    const action = actionOf(new TextDecoder().decode(message.body));
    asked[place] = `${message.method} ${describe(message)}${action} ${response.status}`;
    return response;
  };
  return {
    account: clock.account,
    files: {
      ...homeFiles(sandbox, fileOf(scenario, 'config')),
      ...largeFiles(scenario),
      [`${HOME}/denied.txt`]: `${denial(account)}\n`,
    },
    sandbox: {
      longTermKeys: sandbox.longTermKeys,
      keyOwner: sandbox.keyOwner,
      hasKey: sandbox.hasKey,
      takeRefusal: sandbox.takeRefusal,
      takePermissions: sandbox.takePermissions,
      takeCalls: sandbox.takeCalls,
      resources: sandbox.resources,
      mails: sandbox.mails,
      handle: async (request) => handleMessage(await readRequest(request)),
      handleMessage,
    },
    begin: (entry, elapsed, ticks) => {
      perRequest = ticks * 1000;
      random = createRandom(`contract ${entry}`);
      now = new Date(now.getTime() + (entry === 0 ? 0 : ENTRY_MS) + elapsed * 1000);
      asked.length = 0;
    },
    requests: () => [...asked],
  };
}

/** An encoded message of the account: of the operations simulated, none is denied with one. */
function denial(account: Account): string {
  const state = createState(account, createRandom(SEED));
  const [identity] = state.users.values();
  if (!identity) throw new Error('The account has no user.');
  const resource = `arn:aws:ec2:ap-northeast-1:${account.id}:instance/*`;
  const values = { 'ec2:InstanceType': 't3.micro' };
  const { userId, arn } = identity;
  return encodeMessage(
    {
      identity: { userId, arn },
      action: 'ec2:RunInstances',
      resource,
      values,
      explicit: false,
    },
    state,
  );
}

/** Files that a scenario asks for by their size, in `large.json`: neither shell need make them. */
function largeFiles(scenario: Scenario): Record<string, string> {
  const sizes: Record<string, number> = JSON.parse(fileOf(scenario, 'large.json'));
  return Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [`${WORKING_DIRECTORY}/${name}`, '0'.repeat(size)]),
  );
}

/** The first key is `[default]`, each other one the profile of its user; a user's second key is in none. */
function homeFiles(sandbox: Sandbox, config: string): Record<string, string> {
  const keys = new Map([...sandbox.longTermKeys].reverse().map((key) => [key.userName, key]));
  const profiles = [...keys.values()]
    .reverse()
    .map(({ userName, accessKeyId, secretAccessKey }, index) =>
      [
        `[${index === 0 ? 'default' : userName}]`,
        `aws_access_key_id = ${accessKeyId}`,
        `aws_secret_access_key = ${secretAccessKey}`,
        '',
      ].join('\n'),
    );
  return {
    [`${HOME}/.aws/credentials`]: profiles.join(''),
    [`${HOME}/.aws/config`]: config,
    [`${WORKING_DIRECTORY}/README`]: 'A file to begin with.\n',
  };
}

function describe(message: Message): string {
  const url = new URL(message.url);
  url.searchParams.sort();
  // Clients draw a token for each request that may be sent twice.
  return hrefOf({ ...message, url })
    .replace(/(?<=uploadId=)[^&]+/, 'UPLOAD')
    .replace(/(?<=clientToken=)[\da-f-]{36}/, 'TOKEN');
}

/** Query's name of what is asked; a body that is no form has none. */
function actionOf(body: string): string {
  const action = /^(?:.*&)?Action=(\w+)/.exec(body.length < 100_000 ? body : '')?.[1];
  return action ? ` ${action}` : '';
}
