import type { Account, LongTermKey } from '../aws/sandbox/index.ts';
import { HOME, WORKING_DIRECTORY } from './starting-point.ts';

/** An access key; a temporary one has a token too. */
interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface StartingKeys {
  /** Key of the profile `default`, where the account file describes no other. */
  readonly key?: AccessKey | undefined;
  /** Keys of the account's users. */
  readonly userKeys?: readonly LongTermKey[];
}

/** A profile of the AWS CLI, as its files describe it. */
interface CliProfile {
  readonly name: string;
  readonly credentials: readonly Setting[];
  readonly config: readonly Setting[];
}

type Setting = readonly [key: string, value: string | undefined];

/**
 * Describes the files of a new home, by absolute path: profiles of the AWS CLI, and the files of the account file.
 * @throws Error when a profile is of a user whose key is not there, as on a real account
 */
export function startingFiles(
  { key, userKeys = [] }: StartingKeys,
  account?: Account,
): Record<string, string> {
  const profiles = account ? account.profiles.map((profile) => cliProfile(profile, account, userKeys)) : [];
  const all = profiles.some(({ name }) => name === 'default')
    ? profiles
    : [
        { name: 'default', credentials: keySettings(key), config: [['region', account?.region] as const] },
        ...profiles,
      ];
  const texts = {
    [`${HOME}/.aws/credentials`]: all.map(({ name, credentials }) => section(name, credentials)),
    [`${HOME}/.aws/config`]: all.map(({ name, config }) =>
      section(name === 'default' ? name : `profile ${name}`, config),
    ),
  };
  return Object.fromEntries([
    ...Object.entries(texts)
      .map(([path, sections]) => [path, sections.filter(Boolean).join('\n')] as const)
      .filter(([, text]) => text !== ''),
    ...(account?.files ?? []).map(({ path, content }) => [absolute(path), content] as const),
  ]);
}

function cliProfile(
  profile: Account['profiles'][number],
  account: Account,
  userKeys: readonly LongTermKey[],
): CliProfile {
  const { name, region = account.region } = profile;
  if ('user' in profile) {
    const key = userKeys.find(({ userName }) => userName === profile.user);
    if (!key)
      throw new Error(`The profile ${name} is of ${profile.user}, whose access key this run does not have.`);
    return { name, credentials: keySettings(key), config: [['region', region]] };
  }
  const { path = '/' } = account.roles.find((role) => role.name === profile.role) ?? {};
  const iam = `arn:aws:iam::${account.id}`;
  const config = [
    ['role_arn', `${iam}:role${path}${profile.role}`],
    ['source_profile', profile.sourceProfile],
    ['mfa_serial', profile.mfaDevice && `${iam}:mfa/${profile.mfaDevice}`],
    ['region', region],
  ] as const;
  return { name, credentials: [], config };
}

const keySettings = (key: AccessKey | undefined): readonly Setting[] => [
  ['aws_access_key_id', key?.accessKeyId],
  ['aws_secret_access_key', key?.secretAccessKey],
  ['aws_session_token', key?.sessionToken],
];

function section(name: string, settings: readonly Setting[]): string {
  const lines = settings.flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}\n`]));
  return lines.length === 0 ? '' : `[${name}]\n${lines.join('')}`;
}

const absolute = (path: string): string =>
  path.startsWith('~/') ? `${HOME}/${path.slice(2)}` : `${WORKING_DIRECTORY}/${path}`;
