export interface NewPage {
  /** The name of its file, without its extension. */
  readonly name: string;
  /** Its place in the sidebar of the course. */
  readonly position: number;
}

/** A page with the sections that pages have, by language. Its commands run as they are. */
export interface PageTexts {
  readonly ja: string;
  readonly en: string;
}

export function newPage(page: NewPage): PageTexts {
  return { ja: ja(page), en: en(page) };
}

/** The same in every language. */
const SETTINGS = `\`\`\`bash env
BUCKET_NAME='example-bucket'
\`\`\``;

const CHECK = `\`\`\`bash check
cat << END

  # 1. BUCKET_NAME:"example-bucket"
       BUCKET_NAME="\${BUCKET_NAME}"

END
\`\`\``;

const RUN = `\`\`\`bash command
aws sts get-caller-identity
\`\`\`

\`\`\`json result
{
    "UserId": "AIDAXXXXXXXXXXXXXXXXX",
    "Account": "XXXXXXXXXXXX",
    "Arn": "arn:aws:iam::XXXXXXXXXXXX:user/handson-user"
}
\`\`\``;

const COMPLETION = `\`\`\`bash command
echo "\${BUCKET_NAME}"
\`\`\`

\`\`\`text result
example-bucket
\`\`\``;

const UNSET = `\`\`\`bash env
unset BUCKET_NAME
\`\`\``;

const ja = ({ name, position }: NewPage) => `---
title: 新しい手順 (${name})
sidebar_position: ${position}
description: この手順で何をするかを、1文で書きます。
---

## 手順の目的 {/* #purpose */}

この手順で達成することを書きます。

## 設定値の指定 {/* #settings */}

### 設定値の指定 {/* #set-values */}

手順に必要な設定値を、変数に格納します。

#### 1. バケット名の指定 {/* #bucket */}

使用するバケットを指定します。

${SETTINGS}

### 設定値の確認 {/* #check-values */}

各変数に正しい設定値が格納されていることを確認します。

${CHECK}

下段の値が空のとき、または上段と異なるときは、その番号の手順に戻って変数を設定し直します。

## 処理の実行 {/* #run */}

### 呼び出し元の確認 {/* #caller */}

どのユーザとしてコマンドを実行しているかを確認します。

${RUN}

## 完了確認 {/* #completion */}

本手順の主処理は、以下の完了条件を満たしたときに成功したものとします。

### 完了条件1: 変数に値がある。 {/* #completion-value */}

変数の値を表示して確認します。

${COMPLETION}

確認に使った変数を削除します。

${UNSET}

## 手順の完了 {/* #end */}

次に進む手順へのリンクを書きます。
`;

const en = ({ name, position }: NewPage) => `---
title: New page (${name})
sidebar_position: ${position}
description: Say in one sentence what this page does.
---

## Purpose {/* #purpose */}

Say what this page achieves.

## Settings {/* #settings */}

### Set the values {/* #set-values */}

Store the values that this page needs in variables.

#### 1. Specify the bucket name {/* #bucket */}

Specify the bucket to use.

${SETTINGS}

### Check the values {/* #check-values */}

Make sure that each variable holds the right value.

${CHECK}

If a lower line is empty or differs from the line above it, go back to the step with that number and set the variable again.

## Run {/* #run */}

### Check the caller {/* #caller */}

See which user runs the commands.

${RUN}

## Completion check {/* #completion */}

This page has succeeded when the following conditions are met.

### Condition 1: The variable has a value. {/* #completion-value */}

Print the variable to check its value.

${COMPLETION}

Remove the variable that you used.

${UNSET}

## Done {/* #end */}

Link to the page that comes next.
`;
