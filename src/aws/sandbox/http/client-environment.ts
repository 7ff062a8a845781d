import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSecret, SECRET_VARIABLE } from './control.ts';
import { markOfProcess, removeLeftovers } from './leftovers.ts';
import type { ServedSandbox } from './types.ts';

/** Environment in which a terminal's AWS clients talk to a served sandbox. */
export interface ClientEnvironment {
  readonly set: Readonly<Record<string, string>>;
  /** Variables that would beat the files, or lead elsewhere. */
  readonly unset: readonly string[];
  /** A fresh home with `.aws/credentials` and `environment/`. */
  readonly home: string;
  /** Deletes the files that the variables name. */
  remove(): void;
}

/** Names the running sandbox to `tejun sandbox clock`. */
export const URL_VARIABLE = 'TEJUN_SANDBOX_URL';

/** Clients differ in which of the two they read. */
const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
const DIRECT_VARIABLES = ['NO_PROXY', 'no_proxy'];
/** The AWS CLI and boto3, where they are told nothing else; curl, for presigned URLs; Node.js. */
const CA_VARIABLES = ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'];

const CREDENTIALS_VARIABLE = 'AWS_SHARED_CREDENTIALS_FILE';
const CONFIG_VARIABLE = 'AWS_CONFIG_FILE';

/** Keys in the environment beat AWS_PROFILE; endpoints and role sources lead past the proxy's account. */
const UNSET = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_STS',
  'AWS_ENDPOINT_URL_IAM',
  'AWS_ENDPOINT_URL_S3',
  'AWS_ENDPOINT_URL_EC2',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
];

/** Returns the variables that send clients through the proxy at `url`, with its certificate in the file `ca`; none is AWS's own. */
export function proxyVariables(url: string, ca: string): Record<string, string> {
  return { ...all(PROXY_VARIABLES, url), ...all(DIRECT_VARIABLES, ''), ...all(CA_VARIABLES, ca) };
}

/**
 * Writes a home with credentials and configuration, and the certificate, into a private temporary folder. Removes those
 * of sandboxes that were killed.
 */
export function createEnvironment(sandbox: ServedSandbox): ClientEnvironment {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `tejun-sandbox-${markOfProcess()}_`)); // mode 0700
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  for (const name of ['home/.aws', 'home/environment']) mkdirSync(join(folder, name), { recursive: true });
  const ca = write('ca.pem', sandbox.certificate);
  const forget = keepSecret(Number(new URL(sandbox.url).port), sandbox.secret);
  return {
    set: {
      ...proxyVariables(sandbox.url, ca),
      AWS_CA_BUNDLE: ca,
      [CREDENTIALS_VARIABLE]: write('home/.aws/credentials', credentials(sandbox)),
      // No region, as on a new machine: pages set the one that they need.
      [CONFIG_VARIABLE]: write('home/.aws/config', '[default]\n'),
      AWS_EC2_METADATA_DISABLED: 'true',
      [URL_VARIABLE]: sandbox.url,
      [SECRET_VARIABLE]: sandbox.secret,
      TEJUN_SANDBOX_PID: String(process.pid),
    },
    unset: UNSET,
    home: join(folder, 'home'),
    remove: () => {
      forget();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The variables of a command that is run inside: what a course starts from, a fresh home whose credentials no
 * variable names. Of `inherited`, all that is not AWS's is kept.
 */
export function commandEnvironment(
  { set, unset, home }: ClientEnvironment,
  inherited: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const left = [...unset, CREDENTIALS_VARIABLE, CONFIG_VARIABLE];
  const kept = Object.entries(inherited).filter(([name]) => !name.startsWith('AWS_'));
  const given = Object.entries(set).filter(([name]) => !left.includes(name));
  return { ...Object.fromEntries([...kept, ...given]), HOME: home };
}

/** Lines for a POSIX shell to evaluate. */
export function shellLines({ set, unset }: ClientEnvironment): string {
  const exports = Object.entries(set).map(([name, value]) => `export ${name}=${quoted(value)}`);
  return [...exports, `unset ${unset.join(' ')}`, ''].join('\n');
}

function credentials({ readerKey }: ServedSandbox): string {
  if (!readerKey) return '[default]\n';
  const { accessKeyId, secretAccessKey } = readerKey;
  return `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

function all(names: readonly string[], value: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, value]));
}
