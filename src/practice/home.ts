import type { LongTermKey } from '../sandbox/index.ts';

/** The home that every run shows, whatever folder stands behind it. */
export const HOME = '/home/ec2-user';
export const WORKING_DIRECTORY = `${HOME}/environment`;

/** The variables a practice begins with. No AWS_ variable: the page sets what it needs. */
export const startingEnvironment: Readonly<Record<string, string>> = {
  HOME,
  USER: 'ec2-user',
  LOGNAME: 'ec2-user',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  PATH: '/usr/local/bin:/usr/bin:/bin',
};

/** `~/.aws/credentials` with the key as `[default]`; no file where the account has no key. */
export function startingFiles(key: LongTermKey | undefined): Record<string, string> {
  if (!key) return {};
  const credentials = [
    '[default]',
    `aws_access_key_id = ${key.accessKeyId}`,
    `aws_secret_access_key = ${key.secretAccessKey}`,
    '',
  ].join('\n');
  return { [`${HOME}/.aws/credentials`]: credentials };
}
