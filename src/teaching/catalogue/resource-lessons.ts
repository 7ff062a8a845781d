import type { Lesson } from '../types.ts';

/** Things of the account that are there, or not. Codes: API references of S3, EC2, IAM and SQS, "Errors". */
export const resources: readonly Lesson[] = [
  {
    id: 'throttled',
    codes: [
      'Throttling',
      'ThrottlingException',
      'RequestLimitExceeded',
      'TooManyRequestsException',
      'SlowDown',
    ],
    cause: {
      ja: '短い時間に、多くのリクエストを送りすぎました。',
      en: 'Too many requests were sent in a short time.',
    },
    remedy: {
      ja: '1分ほど待ってから、実行し直してください。コマンドに誤りはありません。',
      en: 'Wait a minute, then run it again. Nothing is wrong with the command.',
    },
  },
  {
    id: 'bucket-taken',
    codes: ['BucketAlreadyExists'],
    cause: {
      ja: 'この名前のバケットは、ほかのAWSアカウントが使っています。バケット名は、すべてのアカウントを通じて一意です。',
      en: 'Another AWS account has a bucket of this name: names of buckets are unique over all accounts.',
    },
    remedy: {
      ja: 'ページの上の「この手順で使う値を変える」で、別の名前にしてください。',
      en: 'Choose another name with "Change the values used on this page" at the top of the page.',
    },
  },
  {
    id: 'already-yours',
    codes:
      /AlreadyOwnedByYou$|^EntityAlreadyExists$|Duplicate$|^Queue(?:Name)?(?:Already)?Exists$|AlreadyExists(?:Exception)?$/,
    cause: {
      ja: '同じ名前のものが、すでにあります。このステップを前にも実行したか、以前の片付けが済んでいません。',
      en: 'There is one of this name already: the step was run before, or an earlier run was not cleaned up.',
    },
    remedy: {
      ja: 'すでにあるものを使って先に進むか、片付けの手順で削除してから実行し直してください。',
      en: 'Go on with what is there, or delete it as the clean-up page says and run the step again.',
    },
  },
  {
    id: 'still-in-use',
    codes: ['DeleteConflict', 'BucketNotEmpty', 'DependencyViolation'],
    cause: {
      ja: '削除しようとしたものに、まだ中身や関連付けが残っています。',
      en: 'What was to be deleted still holds, or is attached to, something.',
    },
    remedy: {
      ja: '先に中身 (オブジェクト、アタッチしたポリシー、アクセスキーなど) を削除するステップを実行してください。',
      en: 'First run the steps that remove what is in it: objects, attached policies, access keys.',
    },
    buttons: ['run-missing'],
  },
  {
    id: 'not-there',
    codes: /^NoSuch|NotFound(?:Exception)?$|NonExistent|DoesNotExist$/,
    cause: {
      ja: '指定した名前またはIDのものが、このアカウントにありません。',
      en: 'There is nothing of that name or id in this account.',
    },
    remedy: {
      ja: 'それを作成するステップが済んでいるか、名前、リージョン、変数の値が正しいかを確認してください。',
      en: 'Check that the step that makes it was run, and the name, the region and the values of variables.',
    },
    buttons: ['run-missing'],
  },
  {
    id: 'bad-policy',
    codes: ['MalformedPolicyDocument', 'MalformedPolicy'],
    cause: {
      ja: 'ポリシードキュメントのJSONが、ポリシーの文法に合っていません。',
      en: 'The JSON of the policy document does not follow the grammar of policies.',
    },
    remedy: {
      ja: 'ファイルの中身を`cat`で表示し、括弧とカンマ、`Version`、`Statement`を手順のものと見比べてください。',
      en: 'Show the file with `cat` and compare brackets, commas, `Version` and `Statement` with the page.',
    },
  },
];
