import type { Lesson } from '../types.ts';
import { says } from './says.ts';

const EXPIRED: Pick<Lesson, 'codes' | 'cause'> = {
  codes: ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'],
  cause: {
    ja: '一時的な認証情報の有効期限が切れています。',
    en: 'The temporary credentials have expired.',
  },
};

/** Keys, sessions and profiles. Codes: API references of STS, IAM, EC2 and S3, "Common errors". */
export const credentials: readonly Lesson[] = [
  {
    id: 'expired',
    ...EXPIRED,
    when: ({ caller }) => (caller?.kind === 'session' && (caller.expiredMs ?? 0) > 0 ? {} : undefined),
    remedy: {
      ja: '練習では、期限が切れる前の時刻に戻せます。実際の環境では、認証情報を取得し直します。',
      en: 'Here you can go back to a time before they expired. With a real account, get new ones.',
    },
    buttons: ['back-before-expiry', 'renew'],
  },
  {
    id: 'expired-elsewhere',
    ...EXPIRED,
    remedy: {
      ja: '認証情報を取得した手順に戻り、取得し直してください。先に`unset AWS_PROFILE`などで、期限の切れた認証情報を使わないようにします。',
      en: 'Go back to the page that got them and get new ones. First stop using the old ones, for example with `unset AWS_PROFILE`.',
    },
  },
  {
    id: 'user-required',
    when: ({ error }) =>
      error && /^Cannot call Get(?:SessionToken|FederationToken) with session credentials/.test(error.message)
        ? {}
        : undefined,
    cause: {
      ja: '一時的な認証情報 (ロールまたはセッショントークン) では、この操作を呼び出せません。',
      en: 'This operation cannot be called with temporary credentials (a role or a session token).',
    },
    remedy: {
      ja: 'IAMユーザのアクセスキーを使ってください。`AWS_PROFILE`と`AWS_SESSION_TOKEN`を`unset`してから、実行し直します。CloudShell、IAM Identity Center、EC2のロールからは実行できません。',
      en: 'Use the access key of an IAM user: `unset` `AWS_PROFILE` and `AWS_SESSION_TOKEN`, then run it again. It does not work from CloudShell, IAM Identity Center or the role of an EC2 instance.',
    },
  },
  {
    id: 'role-instead-of-user',
    when: ({ printed, expected = '' }) => {
      const arn = /arn:[\w-]+:sts::\d{12}:assumed-role\/[^\s"]+/.exec(printed)?.[0];
      return arn && /:user\//.test(expected) ? { arn } : undefined;
    },
    cause: {
      ja: 'IAMユーザではなく、ロールの一時的な認証情報 ({arn}) で実行しています。',
      en: 'It ran with the temporary credentials of a role ({arn}), not as an IAM user.',
    },
    remedy: {
      ja: 'この手順はIAMユーザのアクセスキーで実施します。`aws configure list`で、どの認証情報が使われているかを確認してください。',
      en: 'This page is done with the access key of an IAM user. `aws configure list` shows which credentials are in use.',
    },
  },
  {
    id: 'iam-without-mfa',
    codes: ['InvalidClientTokenId'],
    when: ({ script, caller }) =>
      caller?.kind === 'session' && caller.mfa === false && /\baws\s+iam\b/.test(script) ? {} : undefined,
    cause: {
      ja: 'MFAを使わずに取得したセッショントークンでは、IAMのAPIを呼び出せません。',
      en: 'A session token that was got without MFA cannot call the API of IAM.',
    },
    remedy: {
      ja: 'IAMユーザのアクセスキーに戻す (`unset AWS_PROFILE`) か、MFAのコードを付けてセッショントークンを取得し直します。',
      en: 'Go back to the access key of the IAM user (`unset AWS_PROFILE`), or get a session token with an MFA code.',
    },
    buttons: ['run-missing'],
  },
  {
    id: 'unknown-key',
    codes: ['InvalidClientTokenId', 'UnrecognizedClientException', 'AuthFailure', 'InvalidAccessKeyId'],
    cause: {
      ja: 'アクセスキーまたはセッショントークンが無効です。削除されたか無効化されたキー、コピーの誤り、別の認証情報のトークンとの取り違えが考えられます。',
      en: 'The access key or the session token is not valid: deleted or inactive, copied wrongly, or combined with the token of other credentials.',
    },
    remedy: {
      ja: '`aws configure list`で使われている認証情報を確認し、認証情報を設定した手順からやり直してください。',
      en: '`aws configure list` shows which credentials are in use. Go on from the step that set them.',
    },
    buttons: ['run-missing'],
  },
  {
    id: 'wrong-secret',
    codes: ['SignatureDoesNotMatch', 'InvalidSignatureException'],
    cause: {
      ja: 'シークレットアクセスキーが、アクセスキーIDと合っていません。または、パソコンの時計がずれています。',
      en: 'The secret access key does not belong to the access key id, or the clock of the computer is wrong.',
    },
    remedy: {
      ja: '認証情報ファイルの値を、空白や改行も含めて確認してください。時計は`date -u`で確認できます。',
      en: 'Check the values in the credentials file, also for spaces and line breaks. `date -u` shows the clock.',
    },
  },
  {
    id: 'clock',
    codes: ['RequestTimeTooSkewed'],
    cause: {
      ja: 'パソコンの時計が、AWSの時刻と大きくずれています。',
      en: 'The clock of the computer is too far from the time of AWS.',
    },
    remedy: {
      ja: '時計を合わせてから、実行し直してください。',
      en: 'Set the clock, then run it again.',
    },
  },
  {
    id: 'no-credentials',
    when: says(/Unable to locate credentials|NoCredentials|Unable to locate authorization/),
    cause: {
      ja: 'AWS CLIが、使える認証情報を見つけられませんでした。',
      en: 'The AWS CLI found no credentials to use.',
    },
    remedy: {
      ja: '`aws configure`でアクセスキーを設定するか、`AWS_PROFILE`と`AWS_SHARED_CREDENTIALS_FILE`の値が正しいか確認してください。新しいターミナルでは、変数を設定し直す必要があります。',
      en: 'Set an access key with `aws configure`, or check `AWS_PROFILE` and `AWS_SHARED_CREDENTIALS_FILE`. In a new terminal, variables must be set again.',
    },
    buttons: ['run-missing'],
  },
  {
    id: 'no-profile',
    when: says(/The config profile \((?<profile>[^()\n]*)\) could not be found/),
    cause: {
      ja: 'プロファイル{profile}が、認証情報ファイルにも設定ファイルにもありません。',
      en: 'The profile {profile} is in neither the credentials file nor the config file.',
    },
    remedy: {
      ja: 'プロファイルを作成する手順が済んでいるか、`AWS_PROFILE`と`AWS_SHARED_CREDENTIALS_FILE`の値が正しいか確認してください。`aws configure list-profiles`で、あるものを確認できます。',
      en: 'Check that the step that makes the profile was run, and the values of `AWS_PROFILE` and `AWS_SHARED_CREDENTIALS_FILE`. `aws configure list-profiles` shows what there is.',
    },
    buttons: ['run-missing'],
  },
];
