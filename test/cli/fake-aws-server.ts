import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServedSandbox, serveSandbox } from '../../src/aws/sandbox/http/index.ts';
import { readAccount } from '../../src/aws/sandbox/index.ts';
import { projectRoot } from './tejun.ts';

export type Variables = Record<string, string | undefined>;

/** The sandbox, taken for AWS by a machine that reaches it through a proxy. */
export interface PosingAws extends ServedSandbox {
  /** The home of the machine's user. */
  readonly home: string;
  /** All that the machine says of AWS; nothing of what this one says. */
  readonly machine: Variables;
  /** The key of the account's user. */
  readonly key: {
    readonly AWS_ACCESS_KEY_ID: string;
    readonly AWS_SECRET_ACCESS_KEY: string;
  };
}

/** Not the id in the account files: somebody's own account has another. */
export const OWN = '210987654321';
const OWN_ACCOUNT = `id: '${OWN}'\nusers:\n  - { name: somebody, accessKeys: 1 }\n`;

/** Arguments of a run in a real account whose AWS CLI is that of the fixtures. */
export const LIVE = [
  'doctest',
  ...['--target', 'live', '--aws', join(projectRoot, 'test/fixtures/in-bash/aws')],
] as const;

export async function poseAsAws(accountText = OWN_ACCOUNT): Promise<PosingAws> {
  const { account } = readAccount(accountText, 'own.yaml');
  if (!account) throw new Error('The account of the test cannot be read.');
  // A key of its own: suites that run at the same time look for the files that have it.
  const served = await serveSandbox({ account, seed: randomUUID(), listen: 0 });
  const home = mkdtempSync(join(tmpdir(), 'live-test-'));
  const bundle = join(home, 'ca.pem');
  writeFileSync(bundle, served.certificate);
  const { accessKeyId = '', secretAccessKey = '' } = served.readerKey ?? {};
  const others = Object.keys(process.env).filter((name) => name.startsWith('AWS_') || /_proxy$/i.test(name));
  return {
    ...served,
    home,
    machine: {
      ...Object.fromEntries(others.map((name) => [name, undefined])),
      HOME: home,
      AWS_EC2_METADATA_DISABLED: 'true',
      HTTPS_PROXY: served.url,
      AWS_CA_BUNDLE: bundle,
    },
    key: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    close: async () => {
      await served.close();
      rmSync(home, { recursive: true });
    },
  };
}

/** Homes of runs, also of others that go on at the same time, in which a key stands. */
export function homesWith(secret: string): string[] {
  return ['/dev/shm', tmpdir()]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'home/.aws/credentials')))
    .filter((file) => existsSync(file) && readFileSync(file, 'utf8').includes(secret));
}
