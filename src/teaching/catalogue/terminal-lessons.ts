import type { Lesson } from '../types.ts';
import { says } from './says.ts';

/** The shell and the AWS CLI itself. Texts: of bash, zsh, cmd.exe, PowerShell, and of the AWS CLI v1 and v2. */
export const terminal: readonly Lesson[] = [
  {
    id: 'aws-not-installed',
    when: says(
      /aws: (?:command )?not found|command not found: aws|'aws' is not recognized|The term 'aws' is not recognized/,
    ),
    cause: {
      ja: 'このターミナルには、AWS CLIが入っていないか、PATHが通っていません。',
      en: 'The AWS CLI is not installed in this terminal, or not in its PATH.',
    },
    remedy: {
      ja: 'AWS CLI ユーザーガイドの「AWS CLI の最新バージョンのインストールまたは更新」に従って導入し、`aws --version`で確認してください。このページの「実行」なら、何も要りません。',
      en: 'Install it as "Installing or updating to the latest version of the AWS CLI" of its user guide says, and check with `aws --version`. "Run" in this page needs nothing.',
    },
  },
  {
    id: 'command-not-found',
    when: says(
      /(?:bash: (?:line \d+: )?|zsh: )(?<program>[\w.-]+): (?:command )?not found|command not found: (?<program2>[\w.-]+)/,
    ),
    cause: {
      ja: 'コマンドが見つかりません。つづりの誤りか、このターミナルに入っていないプログラムです。',
      en: 'There is no such command: it is misspelt, or not installed in this terminal.',
    },
    remedy: {
      ja: 'つづりと、改行の前の`\\`が抜けていないかを確認してください。',
      en: 'Check the spelling, and that no `\\` is missing before a line break.',
    },
  },
  {
    id: 'no-region',
    when: says(/You must specify a region|Invalid endpoint: https:\/\/[\w-]+\.\.amazonaws/),
    cause: {
      ja: 'リージョンが指定されていません。',
      en: 'No region is set.',
    },
    remedy: {
      ja: "`export AWS_DEFAULT_REGION='ap-northeast-1'`のように変数で指定するか、コマンドに`--region`を付けてください。",
      en: "Set it with a variable, as in `export AWS_DEFAULT_REGION='ap-northeast-1'`, or give the command `--region`.",
    },
    buttons: ['run-missing'],
  },
  {
    id: 'no-endpoint',
    when: says(/Could not connect to the endpoint URL: "(?<url>[^"]+)"/),
    cause: {
      ja: '接続先{url}につながりません。リージョン名の誤り、ネットワーク、プロキシの設定が考えられます。',
      en: 'No connection to {url}: a misspelt region, the network, or the settings of a proxy.',
    },
    remedy: {
      ja: '`aws configure list`でリージョンを確認してください。',
      en: '`aws configure list` shows the region.',
    },
  },
  {
    id: 'unset-variable',
    when: ({ unset }) => (unset.length > 0 ? { names: unset.join(', ') } : undefined),
    cause: {
      ja: '変数{names}に値が入っていません。',
      en: 'No value is set for {names}.',
    },
    remedy: {
      ja: '変数を設定するステップに戻って、実行し直してください。ターミナルを開き直すと、変数は消えます。',
      en: 'Go back to the step that sets them and run it again. A new terminal has no variables.',
    },
    buttons: ['run-missing'],
  },
  {
    id: 'bad-option',
    when: ({ printed, exitCode }) => {
      const text = /(?:aws: error: |\[ERROR\]: |Unknown options?: |Parameter validation failed)/.exec(
        printed,
      );
      return text && (exitCode === undefined || exitCode === 252 || exitCode === 2) ? {} : undefined;
    },
    cause: {
      ja: 'コマンドのオプションまたは値の書き方を、AWS CLIが受け付けませんでした。',
      en: 'The AWS CLI did not accept an option of the command, or a value.',
    },
    remedy: {
      ja: '引用符、空白、行末の`\\`、つづりを確認してください。変数が空のために、値が抜けていることもあります。',
      en: 'Check quotes, spaces, the `\\` at the end of lines, and the spelling. A variable may be empty where a value should be.',
    },
    buttons: ['run-missing'],
  },
  {
    id: 'no-file',
    when: says(/(?<![^\s:'"])(?<file>[^\s:'"]+)['"]?: No such file or directory/),
    cause: {
      ja: 'ファイルまたはディレクトリ{file}がありません。',
      en: 'There is no file or directory {file}.',
    },
    remedy: {
      ja: 'それを作成するステップが済んでいるか、今いるディレクトリ (`pwd`) が正しいかを確認してください。',
      en: 'Check that the step that makes it was run, and the directory that you are in (`pwd`).',
    },
    buttons: ['run-missing'],
  },
];
